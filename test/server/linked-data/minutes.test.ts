import jsonld from 'jsonld'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContext, readDecisionData, readMeetingData } from '#server/linked-data/read-linked-data'
import { record } from '#test/server/decisions/decision-room'
import { createHeldMeeting } from '#test/server/minutes/held-meeting'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { toNQuads, toStore, violations } from './rdf'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const names = { base: 'https://samenspraak.example.org' }
const contexts = { [`${names.base}/linked-data/context.jsonld`]: readContext(names) }
const besluitvorming = 'https://data.vlaanderen.be/ns/besluitvorming#'

test('a meeting has minutes once they are approved, and they say the same after a round trip', async () => {
  const held = await createHeldMeeting(database)
  const read = async () => toNQuads(await readMeetingData(database.db, held.observer, names, held.meetingId), contexts)
  await held.send()
  expect(await read()).not.toContain('heeftNotulen')
  await held.decide(await held.table())

  const nQuads = await read()
  const store = toStore(nQuads)
  expect(await violations(store)).toEqual([])
  const meeting = `${names.base}/meetings/${held.meetingId}`
  const of = (subject: string, property: string) => store.getObjects(subject, property, null).map(term => term.value)
  expect(of(meeting, `${besluitvorming}heeftNotulen`)).toEqual([`${meeting}/minutes`])
  expect(of(`${meeting}/minutes`, `${besluitvorming}beschrijft`)).toHaveLength(1)
  const canonical = (input: unknown, options: object) =>
    jsonld.canonize(input as never, { algorithm: 'URDNA2015', format: 'application/n-quads', ...options } as never)
  const back = await jsonld.fromRDF(nQuads as never, { format: 'application/n-quads' } as never)
  expect(await canonical(back, { safe: true })).toBe(await canonical(nQuads, { inputFormat: 'application/n-quads' }))

  // The shapes find what is missing.
  store.removeQuads(store.getQuads(`${meeting}/minutes`, 'http://purl.org/dc/terms/created', null, null))
  expect(await violations(store)).toHaveLength(1)
})

test('a decision names the one that it corrects', async () => {
  const { db } = database
  const held = await createHeldMeeting(database)
  const wrong = await record(db, held)
  const { id } = await record(db, held, { correctsId: wrong.id })
  const nQuads = await toNQuads(await readDecisionData(db, held.observer, names, id), contexts)
  const corrected = toStore(nQuads).getObjects(
    `${names.base}/decisions/${id}`,
    `${names.base}/linked-data/terms#verbetert`,
    null,
  )
  expect(corrected.map(term => term.value)).toEqual([`${names.base}/decisions/${wrong.id}`])
})
