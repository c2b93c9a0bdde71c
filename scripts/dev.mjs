// npm run dev: the server from its sources. Changes in app/ arrive through Vite, changes in server/ and db/ restart it.
import { ensureInstalled, programOf } from './prepare.mjs'
import { runProgram } from './run-program.mjs'

ensureInstalled()
const tsx = programOf('tsx', 'dist', 'cli.mjs')
const watch = [
  'watch',
  '--clear-screen=false',
  '--exclude',
  'app/**',
  '--exclude',
  'build/**',
  '--exclude',
  'vite.config.ts*',
]
process.exitCode = await runProgram([tsx, ...watch, 'server/index.ts'], { ...process.env, NODE_ENV: 'development' })
