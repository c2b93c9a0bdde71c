// Fan-out (one document, many clients) and many documents (two clients each): everybody types at a steady pace.
import * as Y from 'yjs'
import { latencies, round, sleep } from '../harness/figures.mjs'
import { LatencyWatch } from '../harness/latency.mjs'
import { beginSpan } from '../harness/span.mjs'
import { typeThrough } from '../harness/typing.mjs'

const WARM_UP = 2000
const LONGEST_DRAIN = 20_000

export default async function everybodyTypes(stage) {
  const { documents, clientsEach, rate, seconds } = stage.job
  const server = await stage.boot(documents)
  const before = await server.memory()
  const watch = new LatencyWatch()
  await openClients(stage, watch)
  const { clients } = stage
  const order = clients.map((_, index) => clients[(index * 7919) % clients.length]) // no pattern in who types when

  await typeThrough(order, rate, WARM_UP, client => watch.sending(client))
  await sleep(500)
  const framesBefore = frames(clients)
  const endSpan = beginSpan(server, stage.peer.store === 'pg')
  watch.start()
  const edits = await typeThrough(order, rate, seconds * 1000, client => watch.sending(client))
  const typed = performance.now()
  while (watch.outstanding > 0 && performance.now() - typed < LONGEST_DRAIN) await sleep(5)
  const drainMs = performance.now() - typed
  await sleep(300)
  const used = endSpan()
  const after = await server.memory()

  const delivered = edits * (clientsEach - 1)
  return {
    edits,
    microsecondsPerDelivered: round((used.server / delivered) * 1e6),
    withPostgres: round((used.total / delivered) * 1e6),
    ...latencies(watch.latencies),
    framesPerDelivered: round((frames(clients) - framesBefore) / delivered),
    ...used.shares,
    drainMs: round(drainMs),
    undelivered: watch.outstanding,
    refused: clients.reduce((sum, client) => sum + client.refusals.length, 0),
    notSynced: clients.filter(client => client.syncedAt === undefined).length,
    disconnected: clients.filter(client => client.closed).length,
    converged: haveConverged(clients.filter(client => client.isWatcher)),
    residentMB: round(after.resident),
    heapMB: round(after.heap),
    heapGrownMB: round(after.heap - before.heap),
  }
}

/** The first few of one document, or one of each of some documents, read what they receive; the rest only count it. */
async function openClients({ job, open, clients }, watch) {
  const { documents, clientsEach } = job
  const watchers = documents === 1 ? Math.min(4, clientsEach - 1) : Math.min(40, documents)
  const isWatched = (number, turn) =>
    documents === 1 ? turn < watchers : turn === 0 && number % Math.ceil(documents / watchers) === 0
  for (let turn = 0; turn < clientsEach; turn++) {
    for (let number = 0; number < documents; number++) {
      const isWatcher = isWatched(number, turn)
      const options = isWatcher ? { onUpdate: watch.received } : { light: true }
      const opening = open(number, { ...options, person: clients.length, eager: clients.length % 25 !== 24 })
      clients.at(-1).isWatcher = isWatcher
      if (isWatcher) watch.addWatcher(number)
      await opening
    }
  }
  const opened = performance.now()
  while (clients.some(client => client.syncedAt === undefined) && performance.now() - opened < 10_000) await sleep(5)
}

const frames = clients => clients.reduce((sum, client) => sum + client.messages, 0)

/** Whether those who read along in a document have the same. */
function haveConverged(watchers) {
  const first = new Map()
  for (const { doc, number } of watchers) {
    const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
    if (first.has(number) && first.get(number) !== state) return false
    first.set(number, state)
  }
  return true
}
