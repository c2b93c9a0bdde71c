import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './embedded-postgres-binaries'
import { postgresEnv, socketFolder } from './embedded-postgres-cluster'
import { embeddedPostgresError } from './embedded-postgres-error'
import type { RunAs } from './embedded-postgres-place'
import { findPostmaster, isRunning, type Postmaster, waitUntilReady } from './embedded-postgres-process'

export interface Launch {
  binaries: Binaries
  dataDir: string
  runAs: RunAs
  login: { user: string; database: string; password?: string }
  fsync: boolean
  transport: 'socket' | 'tcp'
}

const maxLogBytes = 5_000_000
const startTimeoutMs = 120_000 // recovery after a power cut may take a while

/** Starts PostgreSQL in a session of its own and waits for it; where it ends at once, gives back what it said. */
export async function launchPostmaster(launch: Launch): Promise<{ postmaster: Postmaster } | { complaint: string }> {
  const { binaries, dataDir, runAs, login, transport } = launch
  const tcp = transport === 'tcp'
  const host = tcp ? '127.0.0.1' : socketFolder(dataDir, runAs)
  const port = tcp ? await freePort() : 5432
  const settings = [
    `listen_addresses=${tcp ? host : ''}`,
    `unix_socket_directories=${tcp ? '' : host}`,
    `port=${port}`,
    'timezone=UTC',
    ...(launch.fsync ? [] : ['fsync=off', 'full_page_writes=off']),
  ]
  const args = ['-D', dataDir, ...settings.flatMap(setting => ['-c', setting])]
  const { file, said } = openLog(dataDir, runAs)
  let hasEnded = false
  // On Windows pg_ctl sheds an administrator's rights, which postgres.exe refuses.
  const [program, programArgs] =
    process.platform === 'win32'
      ? [binaries.pgCtl, ['start', '-W', '-D', dataDir, '-o', quote(args)]]
      : [binaries.postgres, args]
  const child = spawn(program, programArgs, {
    ...runAs,
    cwd: path.parse(dataDir).root,
    env: postgresEnv(),
    detached: true,
    stdio: ['ignore', file, file],
  })
  child.once('exit', code => {
    hasEnded = process.platform !== 'win32' || code !== 0
  })
  child.once('error', () => {
    hasEnded = true
  })
  child.unref()
  fs.closeSync(file)

  const ready = await waitUntilReady({ ...login, host, port }, dataDir, () => !hasEnded, startTimeoutMs)
  const postmaster = ready ? findPostmaster(dataDir) : undefined
  return postmaster ? { postmaster: { ...postmaster, host, port } } : { complaint: said() }
}

/** Fast shutdown; after half a minute an immediate one, from which the next start recovers. */
export async function stopPostmaster(binaries: Binaries, dataDir: string, { pid, host }: Postmaster) {
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', dataDir, '-m', 'fast', '-W'])
  else if (findPostmaster(dataDir)?.pid === pid) process.kill(pid, 'SIGINT')
  const started = Date.now()
  for (let isForced = false; isRunning(pid); await sleep(20)) {
    const waited = Date.now() - started
    if (waited > 30_000 && !isForced) {
      isForced = true
      process.kill(pid, 'SIGQUIT')
    }
    if (waited > 60_000) throw embeddedPostgresError(`PostgreSQL (process ${pid}) does not stop.`)
  }
  if (path.isAbsolute(host) && host !== dataDir) fs.rmSync(host, { recursive: true, force: true })
}

/** PostgreSQL's messages go to a file, not to us: they must not stop with this process. */
function openLog(dataDir: string, { uid, gid }: RunAs): { file: number; said(): string } {
  const logPath = path.join(dataDir, 'server.log')
  const size = fs.existsSync(logPath) ? fs.statSync(logPath).size : 0
  const start = size > maxLogBytes ? 0 : size
  if (size > maxLogBytes) fs.truncateSync(logPath)
  // Always to the end: another that starts at the same moment writes in it too.
  const file = fs.openSync(logPath, 'a', 0o600)
  if (uid !== undefined) fs.fchownSync(file, uid, gid ?? uid)
  return { file, said: () => fs.readFileSync(logPath).subarray(start).toString('utf8').trim() }
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

const quote = (args: string[]) => args.map(arg => `"${arg}"`).join(' ')
