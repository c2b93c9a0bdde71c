// A long history is fed keystroke by keystroke, the server killed, and the text read from a server that just started.
import * as Y from 'yjs'
import { feed } from '../harness/feed.mjs'
import { median, round, sleep } from '../harness/figures.mjs'
import { readHistory } from '../harness/history.mjs'
import { memoryOf, untilIdle } from '../harness/processes.mjs'
import { beginSpan } from '../harness/span.mjs'
import { lengthOf } from '../harness/typing.mjs'

const LOADS = 3
const LONGEST_LOAD = 120_000

export default async function coldLoad(stage) {
  const { keystrokes, inOne } = stage.job
  const history = readHistory(keystrokes)
  let server = await stage.boot()
  const endSpan = beginSpan(server, stage.peer.store === 'pg')
  await feed(stage, inOne ? [history.state] : history.updates)
  if (!stage.peer.durable) await untilIdle(server.pid)
  const fed = endSpan()
  const highest = memoryOf(server.pid, 'VmHWM')
  // What is not durable gets the time that it takes to store; what is gets none.
  if (!stage.peer.durable) await sleep(12_000)
  stage.closeClients()
  await server.kill()
  await stage.store.keep()

  const first = []
  const later = []
  for (let turn = 0; turn < LOADS; turn++) {
    await stage.store.restore()
    for (const loads of [first, later]) {
      server = await stage.boot()
      loads.push(await load(stage, server, history.length))
      await untilIdle(server.pid, 60)
      stage.closeClients()
      await server.kill()
    }
  }
  return {
    fedSeconds: round(fed.seconds),
    fedMicrosecondsEach: round((fed.server / history.updates.length) * 1e6),
    fedWithPostgres: round((fed.total / history.updates.length) * 1e6),
    fedHighestMB: round(highest),
    first: middle(first),
    later: middle(later),
  }
}

async function load(stage, server, length) {
  const doc = new Y.Doc()
  const started = performance.now()
  const endSpan = beginSpan(server, stage.peer.store === 'pg')
  let bytes = 0
  let lastBytesAt
  const client = await stage.open(0, {
    doc,
    eager: true,
    onUpdate: update => {
      bytes += update.length
      lastBytesAt = performance.now()
    },
  })
  while (lengthOf(doc) !== length && !client.closed && performance.now() - started < LONGEST_LOAD) await sleep(1)
  const used = endSpan()
  await sleep(300)
  return {
    isComplete: lengthOf(doc) === length ? 1 : 0,
    readyMs: server.readyMs,
    answeredMs: client.syncedAt - started,
    receivedMs: lastBytesAt - started,
    kilobytes: bytes / 1024,
    cpuSeconds: used.server,
  }
}

/** The median of each figure; complete only when all loads were. */
function middle(loads) {
  const names = Object.keys(loads[0])
  const figures = Object.fromEntries(names.map(name => [name, round(median(loads.map(load => load[name])))]))
  return { ...figures, isComplete: loads.every(load => load.isComplete === 1) }
}
