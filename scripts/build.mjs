// Builds the pages (build/client, build/server) and the server that serves them (build/server-node).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { clearStamp, ensureInstalled, fail, programOf, root, sourceStamp, writeStamp } from './prepare.mjs'

ensureInstalled()
const stamp = sourceStamp()
clearStamp()
buildPages()
await bundleServiceWorker()
await bundleServer()
writeStamp(stamp)

function buildPages() {
  const remix = programOf('@remix-run', 'dev', 'dist', 'cli.js')
  const { status } = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) fail('remix vite:build failed.', status ?? 1)
}

/** What answers for the server when there is no connection: it names all files of this release, to keep them. */
async function bundleServiceWorker() {
  const client = path.join(root, 'build', 'client')
  const namesIn = folder => fs.readdirSync(path.join(client, folder)).map(name => `/${folder}/${name}`)
  const scripts = namesIn('assets').filter(name => !name.includes('/server-build'))
  const fonts = namesIn('fonts').filter(name => name.endsWith('.woff2'))
  const [, name] = scripts.map(file => /\/manifest-([\w-]+)\.js$/.exec(file)).find(Boolean)
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['app/offline/service-worker.ts'],
    outfile: 'build/client/service-worker.js',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { RELEASE: JSON.stringify({ name, files: [...scripts, ...fonts, '/favicon.svg'] }) },
    logLevel: 'warning',
  })
}

/** Our own code in one file, with the packages left in node_modules. */
async function bundleServer() {
  fs.rmSync(path.join(root, 'build', 'server-node'), { recursive: true, force: true })
  const { build } = await import('esbuild')
  const entries = { index: 'server/index.ts', 'db-cli': 'db/cli.ts' }
  const present = Object.entries(entries).filter(([, file]) => fs.existsSync(path.join(root, file)))
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: 'build/server-node',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}
