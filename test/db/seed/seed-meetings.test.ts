import { afterAll, beforeAll, expect, test } from 'vitest'
import { comingThirdThursday, inBrussels } from '#db/seed/coming-meeting'
import { seedDatabase } from '#db/seed/seed'
import { renderText } from '#server/documents/render-text'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase

beforeAll(async () => {
  here = await createTestDatabase()
  await seedDatabase(here.db, { content: 'demo', freeze: renderText })
})
afterAll(() => here.drop())

test('marks as demo every person, everything about meetings and all progress', async () => {
  const tables = ['person', 'meeting', 'attendance', 'agendaItem', 'decision', 'progressReport', 'updateRound'] as const
  for (const table of tables) {
    expect(await here.db.selectFrom(table).select('id').where('isDemo', '=', false).execute()).toEqual([])
  }
})

test('has a meeting to come, to which bodies are expected', async () => {
  const coming = await here.db
    .selectFrom('meeting')
    .selectAll()
    .where('status', '=', 'planned')
    .executeTakeFirstOrThrow()
  expect(coming.startsAt.getTime()).toBeGreaterThan(Date.now() + 9 * 24 * 3_600_000)
  const attendance = await here.db
    .selectFrom('attendance')
    .select('presence')
    .where('meetingId', '=', coming.id)
    .execute()
  expect(new Set(attendance.map(row => row.presence))).toEqual(new Set(['expected']))
})

test('numbers the decisions of a year without gaps, and pins them to the texts they are about', async () => {
  const decisions = await here.db
    .selectFrom('decision')
    .select(['id', 'year', 'number', 'decidedOn', 'result', 'reachedBy'])
    .orderBy('year')
    .orderBy('number')
    .execute()
  expect(decisions.map(row => `${row.year}-${row.number}`)).toEqual([
    ...Array.from({ length: 8 }, (_, index) => `2024-${index + 1}`),
    ...Array.from({ length: 4 }, (_, index) => `2025-${index + 1}`),
  ])
  expect(decisions.map(row => row.decidedOn)).toEqual(decisions.map(row => row.decidedOn).toSorted())
  const register = await here.db.selectFrom('decisionRegister').select(['year', 'lastNumber']).orderBy('year').execute()
  expect(register).toEqual([
    { year: 2024, lastNumber: 8 },
    { year: 2025, lastNumber: 4 },
  ])

  const advice = decisions.find(row => row.year === 2024 && row.number === 6)!
  expect(advice).toMatchObject({ result: 'advice', reachedBy: 'consensus-with-reservations' })
  const reservations = await here.db
    .selectFrom('decisionReservation')
    .innerJoin('body', 'body.id', 'decisionReservation.bodyId')
    .select('body.code')
    .where('decisionId', '=', advice.id)
    .execute()
  expect(reservations).toEqual([{ code: 'WSE' }])
  const pinned = await here.db
    .selectFrom('decisionMeasure')
    .innerJoin('measure', 'measure.id', 'decisionMeasure.measureId')
    .innerJoin('documentVersion', 'documentVersion.id', 'decisionMeasure.documentVersionId')
    .select([
      'measure.documentId',
      'documentVersion.documentId as versionOf',
      'documentVersion.number',
      'seq',
      'state',
      'hash',
    ])
    .where('decisionId', '=', advice.id)
    .execute()
  expect(pinned).toHaveLength(2)
  for (const version of pinned) {
    expect(version).toMatchObject({ versionOf: version.documentId, number: 1, seq: 1 })
    expect(version.hash).toBe(renderText(version.state).hash)
  }
})

test('the coming meeting is on a third Thursday at least ten days away', () => {
  expect(comingThirdThursday(new Date('2026-11-22T09:00Z'))).toBe('2026-12-17')
  expect(comingThirdThursday(new Date('2026-12-07T23:00Z'))).toBe('2026-12-17')
  expect(comingThirdThursday(new Date('2026-12-08T00:00Z'))).toBe('2027-01-21')
  expect(inBrussels('2026-12-17', '13:30').toISOString()).toBe('2026-12-17T12:30:00.000Z')
  expect(inBrussels('2027-06-17', '13:30').toISOString()).toBe('2027-06-17T11:30:00.000Z')
})
