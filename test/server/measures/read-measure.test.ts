import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMeasure } from '#server/measures/read-measure'
import { createDecisionRoom, record } from '#test/server/decisions/decision-room'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a measure shows its text, the agenda it is on and the decision on it; once the text moves on, that too', async () => {
  const room = await createDecisionRoom(database)
  const read = () => readMeasure(database.db, room.observer, room.measureId)
  await room.write('We vragen een loutere melding.')
  expect(await read()).toMatchObject({
    version: null,
    decisions: [],
    agendaItems: [{ meetingId: room.meetingId, meetingTitle: 'Najaar', position: 1, kind: 'decision' }],
  })

  const { year, number } = await record(database.db, room)
  const decided = await read()
  expect(decided.text.html).toContain('We vragen een loutere melding.')
  expect(decided).toMatchObject({
    version: { number: 1, isCurrent: true },
    decisions: [{ year, number, versionNumber: 1, isDrifted: false }],
  })

  await room.write('En geen weigering.')
  expect(await read()).toMatchObject({
    version: { number: 1, isCurrent: false },
    decisions: [{ year, number, versionNumber: 1, isDrifted: true }],
  })
})
