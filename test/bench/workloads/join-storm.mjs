// Many clients come to one text of 20,000 keystrokes within two seconds; `afterRestart`: to a server that just started.
import { feed } from '../harness/feed.mjs'
import { latencies, round, sleep, within } from '../harness/figures.mjs'
import { readHistory } from '../harness/history.mjs'
import { memoryOf, untilIdle } from '../harness/processes.mjs'
import { beginSpan } from '../harness/span.mjs'
import { lengthOf, type } from '../harness/typing.mjs'

const KEYSTROKES = 20_000
const WITHIN = 2000
const LONGEST = 20_000
/** Clients that really apply what they get, so that they can write afterwards. */
const WRITERS = 25

export default async function joinStorm(stage) {
  const { clients: count, afterRestart } = stage.job
  const history = readHistory(KEYSTROKES)
  let server = await stage.boot()
  if (!stage.peer.floor) await feed(stage, [history.state])
  await sleep(700)
  if (afterRestart) {
    stage.closeClients()
    if (!stage.peer.durable) await sleep(12_000)
    await untilIdle(server.pid, 60)
    await server.kill()
    server = await stage.boot()
  }
  const before = await server.memory()
  const endSpan = beginSpan(server, stage.peer.store === 'pg')
  const joined = await come(stage, count)
  const { clients, started, lastCame } = joined

  const hasText = client =>
    client.syncedAt !== undefined &&
    (stage.peer.floor || (client.light ? client.syncBytes >= history.state.length * 0.9 : has(client, history)))
  while (!clients.every(hasText) && performance.now() - started < LONGEST) await sleep(5)
  const allThere = clients.every(hasText)
  const wall = performance.now() - lastCame
  const used = endSpan()
  const after = await server.memory()
  return {
    allSyncedAfterLastMs: allThere ? round(wall) : null,
    withText: clients.filter(hasText).length,
    missingAfterwards: stage.peer.floor ? null : await writeAndRead(stage, clients, history),
    ...latencies(clients.filter(client => client.syncedAt).map(client => client.syncedAt - client.openedAt)),
    cpuMsPerClient: round((used.server / count) * 1000),
    withPostgres: round((used.total / count) * 1000),
    heapPerClientKB: round(((after.heap - before.heap) * 1024) / count),
    highestMB: round(memoryOf(server.pid, 'VmHWM')),
    ...used.shares,
  }
}

async function come(stage, count) {
  const started = performance.now()
  const clients = []
  for (let i = 0; i < count; i++) {
    const light = i % Math.ceil(count / WRITERS) !== 0
    clients.push(await stage.open(0, { light, person: i, eager: true }))
    while (performance.now() - started < ((i + 1) * WITHIN) / count) await sleep(1)
  }
  return { clients, started, lastCame: performance.now() }
}

/** Each writer types a character; @returns how many characters somebody who comes afterwards lacks */
async function writeAndRead(stage, clients, { length }) {
  const writers = clients.filter(client => !client.light)
  for (const writer of writers) type(writer)
  await sleep(2000)
  const late = await stage.open(0)
  await within(late.synced, 5000)
  await sleep(300)
  return length + writers.length - lengthOf(late.doc)
}

const has = (client, { length }) => lengthOf(client.doc) >= length
