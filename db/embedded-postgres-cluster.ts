import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Binaries } from './embedded-postgres-binaries'
import { embeddedPostgresError } from './embedded-postgres-error'
import { type RunAs, takeFolder } from './embedded-postgres-place'

export interface ClusterOptions {
  user: string
  /** False only for data that may be lost, such as a test's. */
  fsync: boolean
  /** Over TCP everybody on the machine can knock, so there a password is made. */
  withPassword: boolean
}

/**
 * Makes a cluster in `dataDir` unless there is one. It is built beside it and moved into place when complete, so an
 * interrupted start leaves no half cluster.
 * @throws EmbeddedPostgresError with what initdb said.
 */
export function ensureCluster(binaries: Binaries, dataDir: string, runAs: RunAs, options: ClusterOptions) {
  takeFolder(dataDir, runAs)
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return
  const draft = fs.mkdtempSync(`${dataDir}.init-`)
  try {
    takeFolder(draft, runAs)
    const passwordArgs = options.withPassword ? makePassword(`${draft}.password`, runAs) : ['-A', 'trust']
    initialise(binaries.initdb, draft, runAs, options, passwordArgs)
    if (options.withPassword) fs.renameSync(`${draft}.password`, passwordFile(draft))
    moveIntoPlace(draft, dataDir)
  } finally {
    for (const left of [draft, `${draft}.password`]) fs.rmSync(left, { recursive: true, force: true })
  }
}

/** The password of a cluster made `withPassword`. */
export function readPassword(dataDir: string): string | undefined {
  return fs.existsSync(passwordFile(dataDir)) ? fs.readFileSync(passwordFile(dataDir), 'utf8') : undefined
}

const passwordFile = (dataDir: string) => path.join(dataDir, 'password.txt')

function makePassword(file: string, { uid, gid }: RunAs): string[] {
  fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (uid !== undefined) fs.chownSync(file, uid, gid ?? uid)
  return ['-A', 'scram-sha-256', `--pwfile=${file}`]
}

function initialise(initdb: string, folder: string, runAs: RunAs, options: ClusterOptions, auth: string[]) {
  const complaints: string[] = []
  // The collation is PostgreSQL's own, so a system update cannot change its order; only letter classes come from the system.
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const collation = ['--locale=C', `--lc-ctype=${letters}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const sync = options.fsync ? [] : ['--no-sync']
    const args = ['-D', folder, '-U', options.user, '-E', 'UTF8', ...auth, ...collation, ...sync]
    const run = spawnSync(initdb, args, {
      ...runAs,
      cwd: path.parse(folder).root,
      encoding: 'utf8',
      env: postgresEnv(),
    })
    if (run.status === 0) return
    complaints.push(run.error?.message ?? `${run.stderr}${run.stdout}`.trim())
    for (const left of fs.readdirSync(folder)) fs.rmSync(path.join(folder, left), { recursive: true })
  }
  throw embeddedPostgresError(`initdb failed: ${complaints.join('\n')}`)
}

function moveIntoPlace(draft: string, dataDir: string) {
  try {
    if (process.platform === 'win32') fs.rmdirSync(dataDir) // elsewhere, renaming replaces an empty folder
    fs.renameSync(draft, dataDir)
  } catch (error) {
    // Another process that started at the same moment was first: its cluster is as good.
    if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) throw error
  }
  if (process.platform === 'win32') return
  const parent = fs.openSync(path.dirname(dataDir), 'r')
  fs.fsyncSync(parent)
  fs.closeSync(parent)
}

/** The environment for PostgreSQL's programs: messages in English, and no PG* variables of the person who starts us. */
export function postgresEnv(): NodeJS.ProcessEnv {
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (/^(PG|LC_)/.test(name)) delete env[name]
  env.LC_ALL = 'C'
  return env
}

/** The data folder itself where the socket's path fits in the 103 to 107 bytes systems allow, else a short folder. */
export function socketFolder(dataDir: string, runAs: RunAs): string {
  const fits = (folder: string) => Buffer.byteLength(path.join(folder, '.s.PGSQL.5432')) <= 100
  if (fits(dataDir)) return dataDir
  const base = fits(path.join(os.tmpdir(), 'samenspraak-XXXXXX')) ? os.tmpdir() : '/tmp'
  const short = fs.mkdtempSync(path.join(base, 'samenspraak-'))
  takeFolder(short, runAs)
  return short
}
