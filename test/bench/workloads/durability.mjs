// Twenty clients type in five documents until the server is killed (SIGKILL). What had been acknowledged, or seen by
// somebody else, and is not there afterwards?
import * as Y from 'yjs'
import { round, sleep } from '../harness/figures.mjs'
import { clockOf, runsOf, typeThrough } from '../harness/typing.mjs'

const DOCUMENTS = 5
const CLIENTS = 20
const RATE = 2

export default async function durability(stage) {
  const seconds = stage.job.seconds ?? 11 + Math.random() * 10
  let server = await stage.boot(DOCUMENTS)
  const seen = new Map()
  const typedAt = new Map()
  for (let i = 0; i < CLIENTS; i++) {
    await stage.open(i % DOCUMENTS, { person: i, onUpdate: (update, client) => see(seen, update, client) })
  }
  const clients = [...stage.clients]
  const edits = await typeThrough(clients, RATE, seconds * 1000, client => {
    const times = typedAt.get(client) ?? new Map()
    typedAt.set(client, times.set(clockOf(client), performance.now()))
  })
  const killedAt = performance.now()
  await server.kill()
  await sleep(100) // what was on its way to us
  stage.closeClients()

  server = stage.peer.floor ? undefined : await stage.boot(DOCUMENTS)
  const stored = server ? await readTexts(stage) : await readLog(stage.store)
  return { seconds: round(seconds), edits, ...compare(clients, { seen, stored, typedAt, killedAt }) }
}

function see(seen, update, client) {
  for (const [clientId, clock, length] of runsOf(update)) {
    if (clientId !== client.doc.clientID) advance(seen, clientId, clock + length)
  }
}

/** What a client that comes after the restart gets to see. */
async function readTexts(stage) {
  const stored = new Map()
  for (let number = 0; number < DOCUMENTS; number++) {
    const { doc } = await stage.open(number)
    await sleep(1500)
    for (const [clientId, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) stored.set(clientId, clock)
  }
  return stored
}

async function readLog(store) {
  const stored = new Map()
  for (const { update } of await store.query('select update from log')) {
    for (const [clientId, clock, length] of runsOf(update)) advance(stored, clientId, clock + length)
  }
  return stored
}

function compare(clients, { seen, stored, typedAt, killedAt }) {
  const sum = { acknowledged: 0, acknowledgedLost: 0, seen: 0, seenLost: 0, secondsLost: 0 }
  for (const client of clients) {
    const clientId = client.doc.clientID
    const kept = stored.get(clientId) ?? 0
    const shown = seen.get(clientId) ?? 0
    sum.acknowledged += client.acknowledgedClock
    sum.acknowledgedLost += Math.max(0, client.acknowledgedClock - kept)
    sum.seen += shown
    sum.seenLost += Math.max(0, shown - kept)
    if (shown <= kept) continue
    const firstLost = Math.min(...[...typedAt.get(client)].filter(([clock]) => clock >= kept).map(([, time]) => time))
    sum.secondsLost = Math.max(sum.secondsLost, round((killedAt - firstLost) / 1000))
  }
  if (!clients[0].acknowledges) {
    sum.acknowledged = null
    sum.acknowledgedLost = null
  }
  return sum
}

const advance = (clocks, clientId, clock) => clocks.set(clientId, Math.max(clocks.get(clientId) ?? 0, clock))
