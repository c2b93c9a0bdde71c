// What an open document costs beyond the connections of those who look at it: the heap with each pair of clients in a
// document of its own, less the heap with as many clients in one document.
import { round, sleep } from '../harness/figures.mjs'
import { untilIdle } from '../harness/processes.mjs'
import { type } from '../harness/typing.mjs'

const EDITS = 20
const CHARACTERS = 10
const CLIENTS_EACH = 2

export default async function memoryPerDocument(stage) {
  const { documents } = stage.job
  const apart = await measure(stage, documents, number => number)
  await stage.store.empty()
  const together = await measure(stage, documents, () => 0)
  const perDocument = megabytes => round((megabytes * 1024) / documents)
  return {
    heapPerDocumentKB: perDocument(apart.heap - together.heap),
    residentPerDocumentKB: perDocument(apart.resident - together.resident),
    heapPerPairKB: perDocument(apart.heapGrown),
    residentPerPairKB: perDocument(apart.residentGrown),
  }
}

async function measure(stage, documents, documentOf) {
  const server = await stage.boot(documents)
  const before = await server.memory()
  for (let pair = 0; pair < documents; pair++) {
    for (let turn = 0; turn < CLIENTS_EACH; turn++) {
      await stage.open(documentOf(pair), { light: true, person: pair, eager: pair % 25 !== 24 })
    }
  }
  await sleep(1000)
  const first = stage.clients.filter((_, index) => index % CLIENTS_EACH === 0)
  const writers = documentOf(1) === 1 ? first : first.slice(0, 1)
  for (let edit = 0; edit < EDITS; edit++) {
    for (const writer of writers) type(writer, 'x'.repeat(CHARACTERS))
    await sleep(250)
  }
  await sleep(2000)
  await untilIdle(server.pid, 60)
  const after = await server.memory()
  stage.closeClients()
  await server.stop()
  return { ...after, heapGrown: after.heap - before.heap, residentGrown: after.resident - before.resident }
}
