import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import pg from 'pg'
import { findBinaries } from './embedded-postgres-binaries'
import { ensureCluster, readPassword } from './embedded-postgres-cluster'
import { embeddedPostgresError } from './embedded-postgres-error'
import { type Launch, launchPostmaster, stopPostmaster } from './embedded-postgres-launch'
import { databaseAccount, reachableDataDir } from './embedded-postgres-place'
import { findPostmaster, isRunning, type Postmaster, waitUntilReady } from './embedded-postgres-process'

export interface EmbeddedPostgresOptions {
  /** The cluster's own folder, for example `.data/postgres`; made when missing. */
  dataDir: string
  /** The database role, which owns everything. */
  user?: string
  /** Made when missing. */
  database?: string
  /** False for data that may be lost with the power (tests); true otherwise. */
  fsync?: boolean
  /** A Unix socket inside the data folder, or TCP on 127.0.0.1 with a password where there are no such sockets (Windows). */
  transport?: 'socket' | 'tcp'
  /** Gets a line when something is put elsewhere than asked. */
  log?: (message: string) => void
}

export interface EmbeddedPostgres {
  /** For `pg`: host (the socket's folder), port, user, database and perhaps a password. */
  config: PoolConfig & { host: string; port: number; user: string; database: string }
  /** The same as one URL, for `pg`, pg_dump and others. */
  connectionString: string
  /** Where the data really is. */
  dataDir: string
  pid: number
  /** True where a PostgreSQL that an earlier process left behind (or another one uses now) was found running. */
  reused: boolean
  /** Fast shutdown: open transactions are rolled back, what was committed is on disk. Also of a reused one. */
  stop(): Promise<void>
}

const attempts = 20

/**
 * Starts the PostgreSQL that npm installed, or joins the one that already runs on `dataDir`. It lives in a session of its own:
 * neither Ctrl+C nor the death of this process ends it, only `stop()`.
 * @throws EmbeddedPostgresError where this system cannot run it, with the reason.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { user = 'postgres', database = 'samenspraak', fsync = true, log = console.warn } = options
  const transport = options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket')
  const runAs = databaseAccount(options.dataDir)
  const dataDir = reachableDataDir(path.resolve(options.dataDir), runAs, log)
  const binaries = await findBinaries(runAs, log)
  ensureCluster(binaries, dataDir, runAs, { user, fsync, withPassword: transport === 'tcp' })

  const login = { user, database: 'postgres', password: readPassword(dataDir) }
  const { postmaster, reused } = await joinOrLaunch({ binaries, dataDir, runAs, login, fsync, transport })
  const { pid, host, port } = postmaster
  await createDatabase({ ...login, host, port }, database)
  return {
    config: { ...login, host, port, database },
    connectionString: url({ ...login, host, port, database }),
    dataDir,
    pid,
    reused,
    stop: () => stopPostmaster(binaries, dataDir, postmaster),
  }
}

/** Tries again while a predecessor is still closing down, or when two start at the same moment. */
async function joinOrLaunch(launch: Launch): Promise<{ postmaster: Postmaster; reused: boolean }> {
  const { dataDir, login } = launch
  let complaint = ''
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = findPostmaster(dataDir)
    if (found?.host) {
      const { host, port } = found
      const ready = await waitUntilReady({ ...login, host, port }, dataDir, () => isRunning(found.pid), 60_000)
      if (ready) return { postmaster: found, reused: true }
    } else if (!found) {
      const launched = await launchPostmaster(launch)
      if ('postmaster' in launched) return { ...launched, reused: false }
      complaint = launched.complaint
      if (!/lock file|still in use|shared memory/.test(complaint) && !findPostmaster(dataDir)) break
    }
    await sleep(500)
  }
  throw embeddedPostgresError(
    `PostgreSQL does not start on ${dataDir}: ${complaint || 'another process holds the folder'}`,
  )
}

async function createDatabase(config: pg.ClientConfig, name: string) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // Another process that made it at the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

function url(config: { user: string; password?: string; host: string; port: number; database: string }): string {
  const [user, password, database] = [config.user, config.password ?? '', config.database].map(encodeURIComponent)
  const login = password ? `${user}:${password}` : user
  return `postgresql://${login}@localhost:${config.port}/${database}?host=${encodeURIComponent(config.host)}`
}
