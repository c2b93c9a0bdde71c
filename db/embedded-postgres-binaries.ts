import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { embeddedPostgresError } from './embedded-postgres-error'
import { ownFolder, type RunAs } from './embedded-postgres-place'

/** Absolute paths of the programs of one PostgreSQL installation. */
export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
}

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them run for `runAs`: npm may have skipped the
 * package's install script, and an account without rights on node_modules gets a copy elsewhere.
 * @throws Error named `EmbeddedPostgresError` where there are no programs for this platform or they cannot run.
 */
export async function findBinaries(runAs: RunAs, log: (message: string) => void): Promise<Binaries> {
  refuseMusl()
  const installed = await installedFolder()
  completeInstall(installed)
  if (!whyNotRunnable(installed, runAs)) return binariesIn(installed)

  const version = readVersion(installed)
  const copy = path.join(ownFolder(), `postgres-${version}`)
  if (whyNotRunnable(copy, runAs)) {
    log(`The PostgreSQL programs in ${installed} cannot be run by the database's account; copying them to ${copy}`)
    copyInstall(installed, copy)
  }
  const reason = whyNotRunnable(copy, runAs)
  if (reason) throw embeddedPostgresError(`The PostgreSQL programs do not run: ${reason}`)
  return binariesIn(copy)
}

function refuseMusl() {
  if (process.platform !== 'linux') return
  // Without this the report resolves host names, which takes seconds; the types of Node 20 do not know it.
  Object.assign(process.report, { excludeNetwork: true })
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  if (header.glibcVersionRuntime) return
  throw embeddedPostgresError(
    'The embedded PostgreSQL needs glibc; this system has another C library (Alpine Linux has musl). Use a Debian, Ubuntu or Fedora base.',
  )
}

async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const paths = (await import(/* @vite-ignore */ name)) as { postgres: string }
    return path.resolve(path.dirname(paths.postgres), '..')
  } catch (cause) {
    throw embeddedPostgresError(
      `There is no embedded PostgreSQL here (${name}): ${(cause as Error).message}\nInstall with optional dependencies (npm ci).`,
    )
  }
}

/** Does what the package's own install script does (library links), and makes programs executable. Without rights: nothing. */
function completeInstall(folder: string) {
  try {
    const links = path.join(folder, 'pg-symlinks.json')
    const wanted: { source: string; target: string }[] = fs.existsSync(links)
      ? JSON.parse(fs.readFileSync(links, 'utf8'))
      : []
    for (const { source, target } of wanted) linkLibrary(path.dirname(folder), source, target)
    for (const program of Object.values(binariesIn(folder))) {
      if ((fs.statSync(program).mode & 0o111) !== 0o111) fs.chmodSync(program, 0o755)
    }
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function linkLibrary(base: string, source: string, target: string) {
  const [from, to] = [path.join(base, source), path.join(base, target)]
  if (fs.existsSync(to)) return
  try {
    fs.symlinkSync(path.relative(path.dirname(to), from), to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function copyInstall(from: string, to: string) {
  // The links are relative to the folder's parent and name it, so the copy is called `native` until it is complete.
  const parent = fs.mkdtempSync(`${to}.`)
  const folder = path.join(parent, 'native')
  fs.cpSync(from, folder, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(parent, 0o755)
  openToAll(folder)
  completeInstall(folder)
  fs.rmSync(to, { recursive: true, force: true })
  fs.renameSync(folder, to)
  fs.rmSync(parent, { recursive: true, force: true })
}

/** A strict umask at install time would otherwise come along in the copy. */
function openToAll(folder: string) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const entryPath = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(entryPath)
    else if (entry.isFile()) fs.chmodSync(entryPath, path.basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function whyNotRunnable(folder: string, runAs: RunAs): string | undefined {
  const { initdb, postgres } = binariesIn(folder)
  const options = { ...runAs, cwd: path.parse(folder).root, encoding: 'utf8' as const }
  for (const program of [postgres, initdb]) {
    const run = spawnSync(program, ['--version'], options)
    if (run.status !== 0) return run.error?.message ?? `${program}: ${run.stderr.trim()}`
  }
  if (process.platform === 'win32') return undefined
  const template = path.join(folder, 'share/postgresql/postgres.bki')
  const readable = spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', template], options).status === 0
  return readable ? undefined : `${template} is not readable`
}

function binariesIn(folder: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(folder, 'bin', name + ending)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function readVersion(folder: string): string {
  const manifest = path.join(folder, '..', 'package.json')
  return JSON.parse(fs.readFileSync(manifest, 'utf8')).version
}
