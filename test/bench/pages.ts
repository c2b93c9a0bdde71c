// npm run bench:pages: what the pages cost the server on a large plan. See README.md.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { askPage, type Cost, measuredPages } from '#test/support/measured-pages'
import { signInByForm } from '#test/support/sign-in-by-form'

const TIMES = Number(process.argv[2] ?? 40)
const WARM_UP = 8
const root = path.resolve(import.meta.dirname, '../..')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samenspraak-bench-'))
fs.chmodSync(folder, 0o755) // an embedded PostgreSQL in it may run under another account
const database = await makeDatabase()
const server = startServer(database?.url)
try {
  const url = await untilReady(server)
  await untilQuiet(server)
  const cookie = await signInByForm(url, 'coordinator')
  const measured = []
  for (const [page, address] of Object.entries(measuredPages)) measured.push(await measure(url, page, address, cookie))
  print(measured)
  write(measured)
} finally {
  await stop(server)
  await database?.drop()
  fs.rmSync(folder, { recursive: true, force: true })
}

async function measure(url: string, page: string, address: string, cookie: string) {
  for (let time = 0; time < WARM_UP; time++) await askPage(url, address, cookie)
  const costs: Cost[] = []
  for (let time = 0; time < TIMES; time++) costs.push(await askPage(url, address, cookie))
  const sorted = costs.map(cost => cost.serverMs).sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
  const [last] = costs.slice(-1)
  return {
    page,
    address,
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'of that database ms': median(costs.map(cost => cost.databaseMs)),
    queries: last?.queries,
    kB: Math.round((last?.bytes ?? 0) / 1024),
  }
}

function median(values: number[]) {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] as number
}

/** In the PostgreSQL of BENCH_DATABASE_URL; without it the server brings its own. */
async function makeDatabase() {
  const given = process.env.BENCH_DATABASE_URL
  if (!given) return undefined
  const name = `samenspraak_bench_${randomBytes(4).toString('hex')}`
  const run = async (sql: string) => {
    const client = new pg.Client(given)
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return { url: String(url), drop: () => run(`drop database ${name} with (force)`) }
}

function startServer(databaseUrl: string | undefined): ChildProcess {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    SEED: 'large',
    SERVER_TIMING: '1',
  }
  return spawn(process.execPath, [path.join(root, 'build/server-node/index.js')], {
    cwd: root,
    env: { ...env, DATA_DIR: path.join(folder, 'data'), DATABASE_URL: databaseUrl ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** @returns its address, which it says once it listens */
function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', chunk => {
      said += chunk
      const port = /Samenspraak\s+http:\/\/[^:]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}: is it built?\n${said}`)))
  })
}

/** After its start the server prepares texts for search, which is not what is measured. */
async function untilQuiet({ pid }: ChildProcess) {
  const cpu = () => {
    try {
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return Number(fields[11]) + Number(fields[12])
    } catch {
      return undefined // not Linux: only wait
    }
  }
  for (let before = cpu(), times = 0; times < 60; times++) {
    await sleep(2000)
    const now = cpu()
    if (before !== undefined && now !== undefined && now - before < 10) return
    if (now === undefined && times > 10) return
    before = now
  }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await new Promise(resolve => child.once('exit', resolve))
}

function print(measured: Awaited<ReturnType<typeof measure>>[]) {
  const names = ['p50 ms', 'p95 ms', 'of that database ms', 'queries', 'kB'] as const
  const lines = [
    ['page', ...names],
    ...measured.map(figures => [figures.page, ...names.map(name => String(figures[name]))]),
  ]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0))) ?? []
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    process.stdout.write(`${cells.join('  ')}\n`)
  }
}

function write(measured: object[]) {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  const file = path.join(import.meta.dirname, 'results', `pages-${time}.json`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.versions.node}`
  fs.writeFileSync(file, `${JSON.stringify({ machine, times: TIMES, measured }, null, 1)}\n`)
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
}
