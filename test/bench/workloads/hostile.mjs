// One hostile client in a text that two others work in: is the server up, do the others go on undisturbed, is what it
// sent passed on or kept?
import { attacks } from '../harness/attacks.mjs'
import { grown, percentile, round, sleep, within } from '../harness/figures.mjs'
import { memoryOf } from '../harness/processes.mjs'
import { clockOf, runsOf, type } from '../harness/typing.mjs'

const ATTACKER = 7 // another person than the two who work
const WORKING = [0, 1]

export default async function hostile(stage) {
  const { attack: name } = stage.job
  const server = await stage.boot()
  const work = await beginWork(stage)
  await work.typeFor(1500)
  const undisturbed = work.takeLatencies()
  const before = await server.memory()

  const attacker = await stage.open(0, { person: ATTACKER, light: true })
  const attack = launch(attacks[name], attacker, work.writer, server)
  while (!attack.isOver) await work.typeFor(200)
  await sleep(200)
  const disturbed = work.takeLatencies()
  const after = await server.memory()
  const highest = memoryOf(server.pid, 'VmHWM')
  attacker.close()
  await sleep(300)

  return {
    sent: attack.sent,
    isUp: server.alive,
    attackerGoneAfter: attack.goneAfter,
    refusals: count(attacker.refusals),
    othersGoOn: await work.goesOn(server),
    forwarded: work.forwarded,
    unreadable: work.unreadable,
    ...compareP99(undisturbed, disturbed),
    ...(await work.newcomer(stage, server)),
    heapGrownMB: round(grown(before.heap, after.heap)),
    highestMB: round(highest),
    logged: server.errorBytes,
  }
}

/** Sends in its own time, until it is done, thrown out, or the server is gone. */
function launch({ make, messages, pause }, attacker, victim, server) {
  const state = { sent: 0, isOver: false, goneAfter: null }
  const send = make({ attacker, victim })
  const go = async () => {
    for (let turn = 0; turn < messages && server.alive; turn++) {
      if (attacker.closed) {
        state.goneAfter = state.sent
        break
      }
      send(turn)
      state.sent++
      if (pause > 0) await sleep(pause)
      else if (turn % 20 === 19) await sleep(5)
    }
    await sleep(500)
    if (attacker.closed) state.goneAfter ??= state.sent
    state.isOver = true
  }
  go().catch(error => {
    state.isOver = true
    state.error = error
  })
  return state
}

/** Two who work: one types, the other reads along. */
async function beginWork(stage) {
  const sentAt = new Map()
  let latencies = []
  const work = { forwarded: 0, unreadable: 0 }
  const writer = await stage.open(0, { person: WORKING[0] })
  const reader = await stage.open(0, { person: WORKING[1], onUpdate: read })
  const apply = reader.gotUpdate
  reader.gotUpdate = update => {
    try {
      apply.call(reader, update)
    } catch {
      work.unreadable++
    }
  }

  function read(update) {
    for (const [clientId, clock, length] of runsOf(update)) {
      if (clientId !== writer.doc.clientID) work.forwarded++
      for (let at = clock; clientId === writer.doc.clientID && at < clock + length; at++) {
        if (sentAt.has(at)) latencies.push(performance.now() - sentAt.get(at))
      }
    }
  }

  return Object.assign(work, {
    writer,
    async typeFor(ms) {
      for (const start = performance.now(); performance.now() - start < ms; await sleep(100)) {
        sentAt.set(clockOf(writer), performance.now())
        type(writer)
      }
    },
    takeLatencies() {
      const taken = latencies
      latencies = []
      return taken
    },
    async goesOn(server) {
      await this.typeFor(1000)
      await sleep(500)
      return server.alive && !writer.closed && !reader.closed && latencies.length >= 8
    },
    /** What somebody gets who comes afterwards. */
    async newcomer(stage, server) {
      if (!server.alive) return { newcomerHasText: false }
      const { doc, synced, syncBytes } = await stage.open(0)
      await within(synced, 8000)
      await sleep(500)
      const ofWriter = writer.doc.getXmlFragment('default').toString()
      return {
        newcomerHasText: doc.getXmlFragment('default').toString() === ofWriter,
        newcomerBytes: syncBytes,
        storedPendingBytes: doc.store.pendingStructs?.update.length ?? 0,
        storedClients: doc.store.clients.size - 1,
      }
    },
  })
}

function compareP99(undisturbed, disturbed) {
  const [before, during] = [undisturbed, disturbed].map(latencies => percentile(latencies, 0.99))
  return {
    p99Before: round(before),
    p99During: round(during),
    p99Times: during === null ? null : round(during / before),
  }
}

function count(codes) {
  const counts = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return codes.length > 0 ? counts : null
}
