import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDatabase } from '#db/seed/seed'
import type { Actor } from '#server/auth/actor.shared'
import { renderText } from '#server/documents/render-text'
import { writeContent } from '#server/documents/write-content'
import { countPositionsOwed, positionsOwed, stalePositions } from '#server/positions/position-queries'
import { listPositionRounds } from '#server/positions/position-round-list'
import { readPositionRound } from '#server/positions/read-position-round'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor } from '#test/support/fixtures'

let here: TestDatabase

beforeAll(async () => {
  here = await createTestDatabase()
  await seedDatabase(here.db, { content: 'demo', freeze: renderText })
  for (const { id } of await here.db.selectFrom('document').select('id').execute()) await writeContent(here.db, id)
})
afterAll(() => here.drop())

async function person(account: string): Promise<Actor> {
  const { id } = await here.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', `${account}@demo.example`)
    .executeTakeFirstOrThrow()
  return actorFor(here.db, id)
}

test('the closed round shows positions that are stale, a condition that is open and one that is met', async () => {
  const observer = await person('observer')
  const rounds = await listPositionRounds(here.db, observer)
  const round = await readPositionRound(here.db, observer, rounds.find(one => one.closedAt)!.id)
  expect(round.measures.map(measure => measure.isMoved)).toEqual([true])
  const taken = round.positions.filter(position => position.positionId)
  expect(taken.length).toBeGreaterThan(2)
  expect(taken.every(position => position.isStale)).toBe(true)
  expect(round.conditions.map(condition => condition.state).sort()).toEqual(['met', 'open'])
  expect((await stalePositions(here.db, await person('representative.steunpunt'))).length).toBe(1)
})

test('the open round waits for an answer of some', async () => {
  const { db } = here
  const owing = await person('representative.welzijn')
  expect(await countPositionsOwed(db, owing)).toBe(1)
  expect((await positionsOwed(db, owing)).flatMap(({ measures }) => measures)).toMatchObject([{ hasDraft: true }])
  expect(await countPositionsOwed(db, await person('representative.steunpunt'))).toBe(0)
  expect(await countPositionsOwed(db, await person('observer'))).toBe(0)
})
