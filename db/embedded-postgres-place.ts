import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { embeddedPostgresError } from './embedded-postgres-error'

/** The account a program runs under; empty for the account of this process. */
export interface RunAs {
  uid?: number
  gid?: number
}

const isRoot = () => process.getuid?.() === 0

/**
 * PostgreSQL refuses to run as root. As root: the owner of an existing data folder, else `postgres`, else `nobody`.
 * As anyone else: that account itself.
 * @throws EmbeddedPostgresError where root finds no such account.
 */
export function databaseAccount(dataDir: string): RunAs {
  if (!isRoot()) return {}
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) {
    const { uid, gid } = fs.statSync(dataDir)
    if (uid !== 0) return { uid, gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(flag => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw embeddedPostgresError(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it. Create one of them.',
  )
}

/**
 * The folder where the data can really be: `wanted`, or for root, where the database's account cannot reach that
 * (a home folder that is closed to others), a folder of our own, the same one each time for the same `wanted`.
 */
export function reachableDataDir(wanted: string, runAs: RunAs, log: (message: string) => void): string {
  const parent = path.dirname(wanted)
  fs.mkdirSync(parent, { recursive: true })
  const resolved = fs.existsSync(wanted)
    ? fs.realpathSync(wanted)
    : path.join(fs.realpathSync(parent), path.basename(wanted))
  if (runAs.uid === undefined || canEnter(path.dirname(resolved), runAs)) return resolved
  const digest = createHash('sha256').update(resolved).digest('hex').slice(0, 12)
  const elsewhere = path.join(ownFolder(), `data-${digest}`)
  log(`The database's account cannot reach ${resolved} (a parent folder is closed to it); the data is in ${elsewhere}`)
  return elsewhere
}

/**
 * Makes the folder if needed, for the database's account alone.
 * @throws EmbeddedPostgresError where it holds something else, or belongs to an account we cannot act for.
 */
export function takeFolder(folder: string, runAs: RunAs) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = fs.statSync(folder)
  const isForeign = process.getuid !== undefined && uid !== (runAs.uid ?? process.getuid())
  if (isForeign && runAs.uid === undefined) {
    throw embeddedPostgresError(
      `${folder} belongs to another account (uid ${uid}), so PostgreSQL would refuse it. Was it started as root before?`,
    )
  }
  if (fs.readdirSync(folder).length > 0 && !fs.existsSync(path.join(folder, 'PG_VERSION'))) {
    throw embeddedPostgresError(`${folder} is neither empty nor a PostgreSQL data folder; it is left alone.`)
  }
  if (isForeign && runAs.uid !== undefined) giveAway(folder, runAs.uid, runAs.gid ?? runAs.uid)
  fs.chmodSync(folder, 0o700)
}

/**
 * A lasting folder of this account, readable by others, for what cannot stay where it was.
 * Somebody else's folder under the same name in a shared place is never taken.
 */
export function ownFolder(): string {
  const uid = process.getuid?.()
  const places = isRoot()
    ? ['/var/lib/samenspraak', '/var/tmp/samenspraak-0']
    : [
        path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'samenspraak'),
        path.join(os.tmpdir(), `samenspraak-${uid}`),
      ]
  for (const place of places) {
    try {
      fs.mkdirSync(place, { recursive: true, mode: 0o755 })
      const stat = fs.lstatSync(place)
      const ours = uid === undefined || (stat.uid === uid && (stat.mode & 0o022) === 0)
      if (!stat.isDirectory() || !ours) continue
      fs.accessSync(place, fs.constants.W_OK)
      if (isRoot()) fs.chmodSync(place, 0o755)
      return place
    } catch {
      // Not writable: the next place.
    }
  }
  throw embeddedPostgresError(`No folder of our own could be made; tried ${places.join(', ')}`)
}

function canEnter(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...runAs, cwd: '/' }).status === 0
}

function giveAway(folder: string, uid: number, gid: number) {
  fs.lchownSync(folder, uid, gid)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const entryPath = path.join(folder, entry.name)
    if (entry.isDirectory()) giveAway(entryPath, uid, gid)
    else fs.lchownSync(entryPath, uid, gid)
  }
}
