// Ten clients stop reading while somebody pastes 100 kB forty times a second: what does the server keep for them, and do
// the others go on?
import { percentile, round, sleep } from '../harness/figures.mjs'
import { memoryOf } from '../harness/processes.mjs'
import { addParagraph, clockOf, runsOf } from '../harness/typing.mjs'

const SLOW = 10
const PASTES = 320
const PAUSE = 25
const CHARACTERS = 100_000

export default async function slowReaders(stage) {
  const server = await stage.boot()
  const watch = await openPair(stage)
  for (let i = 0; i < 15; i++) await watch.paste('x')
  const undisturbed = watch.take()

  const slow = []
  for (let i = 0; i < SLOW; i++) slow.push(await stage.open(0, { light: true, person: 7 }))
  for (const { socket } of slow) socket._socket.pause()
  for (let paste = 0; paste < PASTES; paste++) await watch.paste('p'.repeat(CHARACTERS), PAUSE)
  await watch.settle()
  const disturbed = watch.take()
  const highest = memoryOf(server.pid, 'VmHWM')
  const full = await server.memory()
  // A paused socket does not hear that the other end closed it.
  for (const { socket } of slow) socket._socket.resume()
  await sleep(500)
  const goneThemselves = slow.filter(client => client.closed).length
  for (const client of slow) client.close()
  await sleep(1000)
  const relieved = await server.memory()
  return {
    isUp: server.alive,
    disconnected: goneThemselves,
    othersGoOn: watch.isWhole(),
    p99Before: round(percentile(undisturbed, 0.99)),
    p99During: round(percentile(disturbed, 0.99)),
    keptMB: round(full.heap - relieved.heap),
    highestMB: round(highest),
  }
}

async function openPair(stage) {
  const sentAt = new Map()
  let latencies = []
  const writer = await stage.open(0, { person: 0 })
  const reader = await stage.open(0, {
    person: 1,
    onUpdate: update => {
      for (const [clientId, clock, length] of runsOf(update)) {
        if (clientId !== writer.doc.clientID) continue
        for (const [end, time] of sentAt) {
          if (end <= clock || end > clock + length) continue
          latencies.push(performance.now() - time)
          sentAt.delete(end)
        }
      }
    },
  })
  return {
    async paste(text, pause = 100) {
      const time = performance.now()
      addParagraph(writer.doc, text)
      sentAt.set(clockOf(writer), time)
      await sleep(pause)
    },
    async settle() {
      for (let i = 0; i < 200 && sentAt.size > 0; i++) await sleep(50)
    },
    take() {
      const taken = latencies
      latencies = []
      return taken
    },
    isWhole: () => !writer.closed && !reader.closed && sentAt.size === 0 && writer.refusals.length === 0,
  }
}
