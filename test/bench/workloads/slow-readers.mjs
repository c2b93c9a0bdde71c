// Ten clients stop reading while somebody pastes 100 kB forty times a second: what does the server keep for them, and do
// the others go on? Measured beside the same without them.
import { grown, percentile, round, sleep } from '../harness/figures.mjs'
import { LatencyWatch } from '../harness/latency.mjs'
import { addParagraph } from '../harness/typing.mjs'

const SLOW = 10
const PASTES = 320
const PAUSE = 25
const PASTED = 'p'.repeat(100_000)
const LONGEST_DRAIN = 10_000

export default async function slowReaders(stage) {
  const without = await paste(stage, 0)
  await stage.store.empty()
  const withThem = await paste(stage, SLOW)
  return {
    isUp: withThem.isUp,
    disconnected: withThem.disconnected,
    othersGoOn: withThem.isWhole,
    p99Without: round(without.p99),
    p99With: round(withThem.p99),
    p99Times: round(withThem.p99 / without.p99),
    keptMB: round(grown(without.heap, withThem.heap)),
    highestMB: round(withThem.highest),
    highestGrownMB: round(grown(without.highest, withThem.highest)),
  }
}

async function paste(stage, count) {
  const server = await stage.boot()
  const watch = new LatencyWatch()
  const writer = await stage.open(0, { person: 0 })
  const reader = await stage.open(0, { person: 1, onUpdate: watch.received })
  watch.addWatcher(0)
  watch.start()
  const slow = []
  for (let i = 0; i < count; i++) slow.push(await stage.open(0, { light: true, person: 7 }))
  for (const { socket } of slow) socket._socket.pause()

  for (let turn = 0; turn < PASTES; turn++) {
    watch.sending(writer)
    addParagraph(writer.doc, PASTED)
    await sleep(PAUSE)
  }
  const pasted = performance.now()
  while (watch.outstanding > 0 && performance.now() - pasted < LONGEST_DRAIN) await sleep(20)
  const { heap, highest } = await server.memory()
  // A paused socket does not hear that the other end closed it.
  for (const { socket } of slow) socket._socket.resume()
  await sleep(500)
  const outcome = {
    isUp: server.alive,
    disconnected: slow.filter(client => client.closed).length,
    isWhole: !writer.closed && !reader.closed && watch.outstanding === 0 && writer.refusals.length === 0,
    p99: percentile(watch.latencies, 0.99),
    heap,
    highest,
  }
  stage.closeClients()
  await server.stop()
  return outcome
}
