// npm run bench: measures our document engine beside its peers. See README.md.
import { fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureInstalled, fail, say } from '../../scripts/prepare.mjs'
import { bundleOurs, cache, installPeers } from './prepare.mjs'

const here = import.meta.dirname
if (process.platform !== 'linux') fail('The bench reads CPU and memory from /proc: it runs on Linux only.')
ensureInstalled()
installPeers()
// Only now, since they need what was installed.
const { openPostgres } = await import('./database.mjs')
const { planJobs } = await import('./plan.mjs')
const { readOptions, usage } = await import('./options.mjs')
const { printTables } = await import('./tables.mjs')
const { summariseProfiles } = await import('./profile.mjs')

const options = readOptionsOrEnd()
await bundleOurs()
const postgres = await openPostgres()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1)) // ends what it started
if (!postgres.pid) say('PostgreSQL is not a process of this machine: its CPU cannot be counted.')
const measured = []
const machine = describeMachine()
say(machine.join('; '))
try {
  const jobs = planJobs(options)
  for (const [index, job] of jobs.entries()) {
    const outcome = await measure(job)
    measured.push({ ...job, ...outcome })
    const shown = outcome.error ? `failed: ${outcome.error}` : JSON.stringify(outcome.result)
    say(`${index + 1}/${jobs.length} ${job.table}, ${job.size}, ${job.peer}: ${shown}`)
  }
} finally {
  await postgres.stop()
}
printTables(measured)
writeResults()
if (measured.some(({ error }) => error)) process.exitCode = 1

/** In a process of its own, which is ended together with its server when it takes too long. */
function measure(job) {
  const profile = options.profile ? fs.mkdtempSync(path.join(cache, 'profile-')) : undefined
  const env = { ...process.env, BENCH_DATABASE_URL: postgres.url, BENCH_POSTGRES_PID: String(postgres.pid ?? '') }
  // Yjs says on stdout when somebody else writes under a client's id, which the impostor does all the time.
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc']
  const child = fork(path.join(here, 'measure.mjs'), [JSON.stringify({ ...job, profile })], { env, stdio })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const timer = setTimeout(end, job.table === 'cold-load' ? 20 * 60_000 : 3 * 60_000)
  return new Promise(resolve => {
    let outcome = { error: 'no result: it ended early, or took too long' }
    child.on('message', message => {
      outcome = message
    })
    child.once('exit', () => {
      clearTimeout(timer)
      process.off('exit', end)
      if (profile) summariseProfiles(profile, `${job.table}, ${job.size}, ${job.peer}`)
      resolve(outcome)
    })
  })
}

function readOptionsOrEnd() {
  try {
    const options = readOptions(process.argv.slice(2))
    if (!options.help) return options
    process.stdout.write(usage)
  } catch (error) {
    fail(`${error.message}\n\n${usage}`)
  }
  process.exit(0)
}

function describeMachine() {
  const cpus = os.cpus()
  return [
    `${cpus.length} × ${cpus[0]?.model.trim()}`,
    `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    `Linux ${os.release()}`,
    `Node ${process.versions.node}`,
    postgres.description,
  ]
}

function writeResults() {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  const file = path.resolve(options.json ?? path.join(here, 'results', `${time}.json`))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify({ machine, options, measured }, null, 1)}\n`)
  say(`\nEverything that was measured: ${path.relative(process.cwd(), file)}`)
}
