import { afterAll, beforeAll, expect, test } from 'vitest'
import { actsFor, listBodies, listMandatedPeople } from '#server/bodies/body-queries'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createBody, createMandate, createPerson, createSector } from '#test/support/fixtures'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('bodies come by code, in the colour of their sector', async () => {
  const sector = await createSector(database.db, { colour: 7 })
  await createBody(database.db, { code: 'ZZ', sectorId: sector.id })
  await createBody(database.db, { code: 'AA', sectorId: sector.id })
  const codes = (await listBodies(database.db)).map(({ code, colour }) => [code, colour])
  expect(codes).toEqual([
    ['AA', 7],
    ['ZZ', 7],
  ])
})

test('who acts for a body is who has a mandate in this group today and was not disabled', async () => {
  const { db } = database
  const actor = await createActor(db, { role: 'editor' })
  const { groupId } = actor
  const body = await createBody(db)
  const ofBody = { groupId, bodyId: body.id }
  const current = await createMandate(db, { ...ofBody, role: 'representative' })
  await createMandate(db, { ...ofBody, personId: current.personId, role: 'observer' })
  const others = [
    await createMandate(db, { ...ofBody, endsOn: '2021-01-01' }),
    await createMandate(db, { ...ofBody, startsOn: '2999-01-01' }),
    await createMandate(db, { bodyId: body.id }),
    await createMandate(db, { ...ofBody, personId: (await createPerson(db, { disabledAt: new Date() })).id }),
  ]
  const people = await listMandatedPeople(db, actor)
  expect(people.filter(person => person.bodyId === body.id).map(person => person.personId)).toEqual([current.personId])

  const answers = [current, ...others].map(({ personId }) => actsFor(db, actor, { personId, bodyId: body.id }))
  expect(await Promise.all(answers)).toEqual([true, false, false, false, false])
  expect(await actsFor(db, actor, { personId: current.personId, bodyId: actor.mandate.bodyId })).toBe(false)
})
