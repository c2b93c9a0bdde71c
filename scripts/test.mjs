// npm test: everything that must pass. Arguments go to Vitest. The last line is "N passed, M failed".
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt, ensureInstalled, programOf } from './prepare.mjs'
import { runProgram } from './run-program.mjs'

ensureInstalled()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samenspraak-results-'))
const results = path.join(folder, 'results.json')
process.once('exit', printTotals) // also where the build, which the end-to-end tests run, fails
ensureBuilt()

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
const vitest = programOf('vitest', 'vitest.mjs')
process.exitCode = await runProgram([vitest, 'run', ...reporters, ...process.argv.slice(2)])

function printTotals() {
  const { passed, failed, skipped } = readTotals()
  // A run that went wrong outside any test (an unhandled error, a broken build) is no success either.
  const allFailed = process.exitCode && failed === 0 ? 1 : failed
  process.stdout.write(`${passed} passed, ${allFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
}

function readTotals() {
  const text = fs.existsSync(results) ? fs.readFileSync(results, 'utf8') : undefined
  fs.rmSync(folder, { recursive: true, force: true })
  if (!text) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(text)
  // A file that cannot even be loaded has no tests to count.
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
