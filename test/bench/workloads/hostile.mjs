// One hostile client in a text that two others work in: is the server up, do the others go on undisturbed, is what it
// sent passed on or kept?
import { attacks } from '../harness/attacks.mjs'
import { grown, percentile, round, sleep, within } from '../harness/figures.mjs'
import { LatencyWatch } from '../harness/latency.mjs'
import { memoryOf } from '../harness/processes.mjs'
import { runsOf, type } from '../harness/typing.mjs'

const ATTACKER = 7 // another person than the two who work
const WORKING = [0, 1]
const AT_LEAST = 3000

export default async function hostile(stage) {
  const { attack: name } = stage.job
  const server = await stage.boot()
  const work = await beginWork(stage)
  await work.typeFor(AT_LEAST)
  const undisturbed = work.watch.take()
  const before = await server.memory()

  const attacker = await stage.open(0, { person: ATTACKER, light: true })
  const attack = launch(attacks[name], { attacker, victim: work.writer, server })
  while (!attack.isOver) await work.typeFor(200)
  await sleep(200)
  const disturbed = work.watch.take()
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
    ...(await meetNewcomer(stage, server, work.writer)),
    heapGrownMB: round(grown(before.heap, after.heap)),
    highestMB: round(highest),
    logged: server.errorBytes,
  }
}

/** Sends in its own time, until it is done, thrown out, or the server is gone. */
function launch({ make, messages, pause }, { attacker, victim, server }) {
  const state = { sent: 0, isOver: false, goneAfter: null }
  const send = make({ attacker, victim })
  const go = async () => {
    const started = performance.now()
    for (let turn = 0; turn < messages && server.alive && !attacker.closed; turn++) {
      send(turn)
      state.sent++
      if (pause > 0) await sleep(pause)
      else if (turn % 20 === 19) await sleep(5)
    }
    await sleep(500)
    if (attacker.closed) state.goneAfter = state.sent
    await sleep(started + AT_LEAST - performance.now())
  }
  go().finally(() => {
    state.isOver = true
  })
  return state
}

/** Two who work: one types, the other reads along. */
async function beginWork(stage) {
  const watch = new LatencyWatch()
  const ofWriter = new Set()
  const work = { watch, forwarded: 0, unreadable: 0 }
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
  watch.addWatcher(0)
  watch.start()

  function read(update, client) {
    watch.received(update, client)
    work.forwarded += runsOf(update).filter(([clientId]) => !ofWriter.has(clientId)).length
  }

  return Object.assign(work, {
    writer,
    async typeFor(ms) {
      for (const start = performance.now(); performance.now() - start < ms; await sleep(50)) {
        ofWriter.add(writer.doc.clientID) // Yjs takes another when somebody else writes under it
        watch.sending(writer)
        type(writer)
      }
    },
    async goesOn(server) {
      watch.take()
      await this.typeFor(1000)
      await sleep(500)
      return server.alive && !writer.closed && !reader.closed && watch.latencies.length >= 15
    },
  })
}

/** What somebody gets who comes afterwards. */
async function meetNewcomer(stage, server, writer) {
  if (!server.alive) return { newcomerHasText: false }
  const { doc, synced, syncBytes } = await stage.open(0)
  await within(synced, 8000)
  await sleep(500)
  const [text, ofWriter] = [doc, writer.doc].map(each => each.getXmlFragment('default').toString())
  return {
    newcomerHasText: text === ofWriter,
    newcomerBytes: syncBytes,
    storedPendingBytes: doc.store.pendingStructs?.update.length ?? 0,
    storedClients: doc.store.clients.size - 1,
  }
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
