// npm run check: format, lint, cycles, directions of imports, types. All run; those that failed are listed at the end.
import { ensureInstalled, fail, programOf, say } from './prepare.mjs'
import { runProgram } from './run-program.mjs'

ensureInstalled()
const cruiser = programOf('dependency-cruiser', 'bin', 'dependency-cruise.mjs')
const checks = {
  'format and lint (npm run format mends much of it)': [programOf('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
  'who imports whom': [cruiser, '--config', '.dependency-cruiser.cjs', 'app', 'server', 'db'],
  types: [programOf('typescript', 'bin', 'tsc'), '--noEmit'],
}

const failures = []
for (const [name, args] of Object.entries(checks)) {
  say(`— ${name}`)
  if ((await runProgram(args)) !== 0) failures.push(name)
}
if (failures.length > 0) fail(`Not right yet: ${failures.join('; ')}.`)
say('All checks passed.')
