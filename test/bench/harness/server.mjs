import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { sleep } from './figures.mjs'
import { memoryOf } from './processes.mjs'

const bench = path.resolve(import.meta.dirname, '..')
const node24 = path.join(bench, 'node_modules', 'node', 'bin', 'node')

/**
 * Starts the server of a peer in a process of its own and waits until it is ready.
 * @param peer of peers.mjs
 * @param options.store of store.mjs, as it is @param options.documents how many it should have
 * @param options.profile a folder for its CPU profile
 */
export async function startServer(peer, { store, documents = 1, profile, onNode24 = false }) {
  const port = await freePort()
  const { DATABASE_URL, BENCH_DATABASE_URL, ...inherited } = process.env
  const env = { ...inherited, NODE_ENV: 'production', PORT: String(port), DOCUMENTS: String(documents), ...peer.env }
  if (profile) env.PROFILE_FOLDER = profile
  const started = performance.now()
  const child = spawn(
    onNode24 || peer.needsNode24 ? node24 : process.execPath,
    ['--expose-gc', path.resolve(bench, 'servers', peer.server)],
    { env: { ...env, ...store.env }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const server = new ServerProcess(child, { base: `127.0.0.1:${port}`, isProfiled: Boolean(profile) })
  while (server.alive && !server.ready) await sleep(1)
  if (!server.alive) throw new Error(`the server ${peer.server} did not start: ${server.errors}`)
  server.readyMs = performance.now() - started
  return server
}

class ServerProcess {
  alive = true
  /** what it printed after READY */
  ready = undefined
  errors = ''
  errorBytes = 0
  #line = ''
  #memory = () => {}

  constructor(child, { base, isProfiled }) {
    this.child = child
    this.pid = child.pid
    this.base = base
    this.isProfiled = isProfiled
    child.on('exit', (code, signal) => {
      this.alive = false
      this.exit = code ?? signal
    })
    child.stdin.on('error', () => {})
    child.stdout.on('data', data => this.#read(String(data)))
    child.stderr.on('data', data => {
      this.errorBytes += data.length
      if (this.errors.length < 4000) this.errors += data
    })
  }

  #read(text) {
    const lines = (this.#line + text).split('\n')
    this.#line = lines.pop()
    for (const line of lines) {
      if (line.startsWith('READY')) this.ready = JSON.parse(line.slice(5) || '{}')
      if (line.startsWith('MEMORY')) this.#memory(JSON.parse(line.slice(6)))
    }
  }

  /** MB now: resident, at its highest, and the JavaScript heap with what it holds outside, after a collection */
  async memory() {
    const said = new Promise(resolve => {
      this.#memory = resolve
      setTimeout(() => resolve(null), 5000).unref()
    })
    this.#order('memory')
    const heap = this.alive ? await said : null
    return {
      resident: memoryOf(this.pid),
      highest: memoryOf(this.pid, 'VmHWM'),
      heap: heap && (heap.heapUsed + heap.external) / 1048576,
    }
  }

  /** @param {'begin' | 'end'} edge of what is to be in the CPU profile, where one was asked for */
  profile(edge) {
    if (this.isProfiled) this.#order(`profile ${edge}`)
  }

  #order(order) {
    if (this.alive) this.child.stdin.write(`${order}\n`)
  }

  stop = () => this.#end('SIGTERM')
  kill = () => this.#end('SIGKILL')

  #end(signal) {
    if (!this.alive) return Promise.resolve()
    return new Promise(resolve => {
      this.child.once('exit', resolve)
      this.child.kill(signal)
      setTimeout(() => this.alive && this.child.kill('SIGKILL'), 5000).unref()
    })
  }
}

async function freePort() {
  const server = net.createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}
