// One measurement in a process of its own, so that none disturbs the next: the job as JSON in, the result as a message.
import { openStage } from './harness/stage.mjs'

let stage
process.once('disconnect', () => process.exit(1)) // and with us the server
process.once('uncaughtException', end) // in a client that could not read what it got

try {
  const job = JSON.parse(process.argv[2])
  const { default: workload } = await import(`./workloads/${job.workload}.mjs`)
  stage = await openStage(job)
  const result = await workload(stage)
  await stage.strike()
  process.send({ result }, () => process.exit(0))
} catch (error) {
  await end(error)
}

async function end(error) {
  await stage?.strike().catch(() => {})
  process.send({ error: String(error?.stack ?? error) }, () => process.exit(1))
}
