// What a run needs first: the peers, which are not installed with the application, and our own code in two files.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root, say } from '../../scripts/prepare.mjs'

const bench = import.meta.dirname
export const cache = path.join(root, '.cache', 'bench')

/** Installs what test/bench/package-lock.json says, unless it is there. */
export function installPeers() {
  const installed = modifiedAt(path.join(bench, 'node_modules', '.package-lock.json'))
  if (installed >= modifiedAt(path.join(bench, 'package-lock.json'))) return
  say('Installing the peers to compare with (npm ci in test/bench)')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('npm could not install the peers; its messages are above')
}

/** Bundles our server and the embedded PostgreSQL; packages stay those of the application. */
export async function bundleOurs() {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: { ours: 'test/bench/servers/ours.ts', postgres: 'db/embedded-postgres.ts' },
    outdir: cache,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  })
}

const modifiedAt = file => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
