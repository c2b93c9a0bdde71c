import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** What PostgreSQL notes of itself in postmaster.pid. */
export interface Postmaster {
  pid: number
  /** Folder of the Unix socket, or an IP address. */
  host: string
  port: number
}

/**
 * The PostgreSQL that runs on `dataDir`, if any. The number in postmaster.pid may be of a zombie or meanwhile of another
 * program; such a file is removed, since PostgreSQL itself would take it for a living server and refuse to start.
 */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const pidFile = path.join(dataDir, 'postmaster.pid')
  const lines = readLines(pidFile)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  if (!isPostmasterOf(pid, dataDir)) {
    // A dead number is PostgreSQL's own to judge: it also looks for orphaned backends.
    if (isAlive(pid)) fs.rmSync(pidFile, { force: true })
    return undefined
  }
  // While it starts, the file has fewer lines; they come within milliseconds.
  const host = lines[4] || lines[5]
  return { pid, port: Number(lines[3]), host: host ?? '' }
}

/** Is this process there and not a zombie? */
export function isRunning(pid: number): boolean {
  if (!isAlive(pid)) return false
  return process.platform === 'win32' || !processState(pid).startsWith('Z')
}

/**
 * Waits until the server answers on `config` and its data folder is `dataDir`.
 * @returns false as soon as `isStillStarting` says no.
 * @throws the last connection error after `timeoutMs`.
 */
export async function waitUntilReady(
  config: pg.ClientConfig,
  dataDir: string,
  isStillStarting: () => boolean,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const client = new pg.Client({ ...config, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query('show data_directory')
      return path.resolve(rows[0].data_directory) === path.resolve(dataDir)
    } catch (error) {
      if (!isStillStarting()) return false
      if (Date.now() > deadline) throw error
      await sleep(30)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function isPostmasterOf(pid: number, dataDir: string): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'win32') return true // the connection that follows asks for the data folder
  const command = commandLine(pid)
  // "postgres: walwriter" and the like are workers, perhaps of another cluster that got this number.
  if (!command.includes('postgres') || command.startsWith('postgres: ')) return false
  // Started by hand it may name the folder otherwise; the connection that follows asks for it.
  const [, folder] = / -D ?(\/.*)/.exec(command) ?? []
  return folder === undefined || `${folder} `.startsWith(`${dataDir} `)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function processState(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'stat')
  // "12 (name with ) in it) S …": the state follows the last bracket.
  const [stat = ''] = readLines(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2)
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command')
  return readLines(`/proc/${pid}/cmdline`).join(' ').replaceAll('\0', ' ').trim()
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

function readLines(file: string): string[] {
  try {
    return fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .map(line => line.trimEnd())
  } catch {
    return []
  }
}
