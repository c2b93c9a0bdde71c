import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSector } from '#server/sectors/read-sector'
import { ask, refusal } from '#test/server/measures/team'
import { createPositionRoom } from '#test/server/positions/position-room'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a sector shows what its bodies carry, owe, said, wait for and wrote, in the reader’s group only', async () => {
  const room = await createPositionRoom(database)
  const { db } = database
  const { sport } = room
  const owed = await room.open({ title: 'Eerste' })
  const read = (actor = room.observer) => readSector(db, actor, sport.sectorId)
  expect(await read()).toMatchObject({
    bodies: [{ id: sport.id }],
    positionsOwed: [{ roundId: owed, body: { id: sport.id } }],
    positions: [],
    raised: [],
  })
  await ask(db, room, room.measureId, sport.id)
  const conditions = [{ text: 'Eén formulier' }]
  await room.take(room.forSport, owed, sport.id, { stance: 'agree-on-conditions', conditions })
  expect(await read()).toMatchObject({
    carries: [],
    toAnswer: [{ measureId: room.measureId, role: 'lead' }],
    positionsOwed: [],
    positions: [{ measureId: room.measureId, standing: 'agree-on-conditions' }],
    raised: [{ text: 'Eén formulier' }],
    raisedByOthers: [],
  })
  expect(await read(room.stranger)).toMatchObject({ toAnswer: [], positions: [], raised: [], wroteIn: [] })
  expect(await refusal(readSector(db, room.observer, 'no-such-sector'))).toBe('not-found')
})
