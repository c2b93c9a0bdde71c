// What every script needs first: the right Node, the dependencies, and for some the build. Only Node's own modules here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (...parts) => path.join(root, ...parts)

const builtFrom = ['app', 'server', 'db', 'public', 'package.json', 'package-lock.json']
const builtBy = ['vite.config.ts', 'remix.config.js', 'tsconfig.json', 'scripts/build.mjs']
const stampFile = inRoot('build', '.stamp')

/** Installs the dependencies unless those of this package-lock.json are there. Ends the process where it fails. */
export function ensureInstalled() {
  checkNode()
  const lock = inRoot('package-lock.json')
  const record = inRoot('node_modules', '.package-lock.sha256')
  const wanted = createHash('sha256').update(fs.readFileSync(lock)).digest('hex')
  if (readText(record) === wanted) return
  // npm writes this file when an install is complete: somebody installed by hand.
  const installed = modifiedAt(inRoot('node_modules', '.package-lock.json'))
  if (installed < modifiedAt(lock)) {
    say('Installing dependencies (npm ci); the first time takes a minute or two')
    // Also where NODE_ENV=production: the build needs what npm calls development dependencies.
    const options = ['--no-audit', '--no-fund', '--include=dev', '--include=optional']
    // Some registries lack packages of other platforms; npm ci then refuses the whole, npm install does not.
    if (runNpm(['ci', ...options]) !== 0 && runNpm(['install', '--no-save', ...options]) !== 0) {
      fail('npm could not install the dependencies; its messages are above.')
    }
  }
  try {
    fs.writeFileSync(record, wanted)
  } catch {
    // Another account's node_modules: they are right, only we cannot note it.
  }
}

/** Builds unless build/ was made from exactly these sources. Ends the process where it fails. */
export function ensureBuilt() {
  if (readText(stampFile) === sourceStamp()) return
  say('Building')
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [inRoot('scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' })
  if (status !== 0) fail('The build failed.', status ?? 1)
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** A hash of everything the build is made from. */
export function sourceStamp() {
  const hash = createHash('sha256')
  for (const entry of [...builtFrom, ...builtBy]) {
    for (const file of filesIn(inRoot(entry))) {
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Before a build: an interrupted one must not pass for complete. */
export function clearStamp() {
  fs.rmSync(stampFile, { force: true })
}

/** @param {string} stamp as `sourceStamp` gave it before the build */
export function writeStamp(stamp) {
  fs.writeFileSync(stampFile, stamp)
}

/** A line of progress. */
export function say(message) {
  process.stderr.write(`${message}\n`)
}

/** A last line, and the end. */
export function fail(message, code = 1) {
  say(message)
  process.exit(code)
}

/** The path of a file of an installed package, for running its program with this very Node. */
export function programOf(...parts) {
  return inRoot('node_modules', ...parts)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Samenspraak needs Node 20.19 or later; this is ${process.versions.node}.`)
}

function runNpm(args) {
  const npm = process.env.npm_execpath
  const [program, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args]
  const { status } = spawnSync(program, all, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program === 'npm',
  })
  return status
}

function filesIn(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [entry]
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap(name => filesIn(path.join(entry, name)))
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined
}

function modifiedAt(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
