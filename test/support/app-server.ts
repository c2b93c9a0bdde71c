import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { createEmptyCopy } from './database'

export interface AppServerOptions {
  /** Overrides the defaults: a fresh DATA_DIR and test database, demo data, a free port on 127.0.0.1. */
  env?: Record<string, string | undefined>
  /** A database of the test's own, which then outlives this server. */
  databaseUrl?: string
}

export interface AppServer {
  url: string
  /** Of the process that runs now; another one after `restart()`. */
  readonly pid: number
  /** Sends a signal and waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again on the same port, data folder and database; stops it first where it still runs. */
  restart(): Promise<void>
  /** Ends it and removes the data folder and database that were made for it. */
  stop(): Promise<void>
  /** Everything it wrote so far. */
  output(): string
}

const entry = path.resolve(import.meta.dirname, '../../build/server-node/index.js')
const startTimeoutMs = 120_000

/**
 * Runs the built server as a process of its own, as `npm start` does, and waits until it is ready.
 * @throws Error with its output where it is not ready in time or ends early.
 */
export async function startAppServer(options: AppServerOptions = {}): Promise<AppServer> {
  const dataDir = fs.mkdtempSync(path.join(inject('runFolder'), 'app-'))
  fs.chmodSync(dataDir, 0o755) // an embedded PostgreSQL in it may run under another account
  const isOwnDatabase = options.databaseUrl === undefined && !(options.env && 'DATABASE_URL' in options.env)
  const copy = isOwnDatabase ? await createEmptyCopy() : undefined
  const port = options.env?.PORT ?? String(await freePort())
  const env: Record<string, string | undefined> = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: port,
    DATA_DIR: dataDir,
    DATABASE_URL: options.databaseUrl ?? copy?.url,
    SEED: 'demo',
    ...options.env,
  }
  const url = `http://127.0.0.1:${port}`
  let output = ''
  const start = () =>
    spawnServer(env, text => {
      output += text
    })
  let child = start()

  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await ended(child)
  }
  const stop = async () => {
    await kill()
    await copy?.drop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await untilReady(url, child, () => output)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    get pid() {
      return child.pid ?? 0
    },
    kill,
    restart: async () => {
      await kill()
      child = start()
      await untilReady(url, child, () => output)
    },
    stop,
    output: () => output,
  }
}

function spawnServer(env: Record<string, string | undefined>, onOutput: (text: string) => void): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    cwd: path.resolve(entry, '../../..'),
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput)
  return child
}

async function untilReady(url: string, child: ChildProcess, output: () => string) {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await sleep(50)) {
    if (hasEnded(child)) throw new Error(`The server ended (${child.exitCode ?? child.signalCode}):\n${output()}`)
    const response = await fetch(`${url}/readyz`).catch(() => undefined)
    await response?.body?.cancel()
    if (response?.status === 200) return
  }
  throw new Error(`The server is not ready after ${startTimeoutMs / 1000} s:\n${output()}`)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function ended(child: ChildProcess) {
  // A server that does not shut down in time fails the test, but must not stay behind.
  const tooLate = setTimeout(() => child.kill('SIGKILL'), 20_000)
  if (!hasEnded(child)) await new Promise(resolve => child.once('exit', resolve))
  clearTimeout(tooLate)
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
