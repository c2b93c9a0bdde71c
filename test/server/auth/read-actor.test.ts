import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readActor } from '#server/auth/read-actor'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createBody, createGroup, createMandate, createPerson } from '#test/support/fixtures'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const brusselsDay = (shift: number) => sql<string>`(now() at time zone 'Europe/Brussels')::date + ${shift}::integer`
const read = (personId: string) => readActor(test.db, { personId, sessionId: 'hash' })

describe('readActor', () => {
  it('knows a person, their group, and whom they act for', async () => {
    const group = await createGroup(test.db, { name: 'Overleg' })
    const body = await createBody(test.db, { code: 'DCJM' })
    const person = await createPerson(test.db, { name: 'Editor (demo)', locale: 'en', theme: 'dark' })
    const mandate = await createMandate(test.db, { personId: person.id, groupId: group.id, bodyId: body.id })

    const actor = await read(person.id)

    expect(actor).toMatchObject({ personId: person.id, sessionId: 'hash', email: person.email, name: 'Editor (demo)' })
    expect(actor).toMatchObject({ locale: 'en', theme: 'dark', groupId: group.id, groupName: 'Overleg' })
    const expected = {
      id: mandate.id,
      groupId: group.id,
      role: 'editor',
      bodyId: body.id,
      bodyCode: 'DCJM',
      bodyName: body.name,
      sectorId: body.sectorId,
      colour: 3,
      endsOn: null,
    }
    expect(actor?.mandate).toEqual(expected)
    expect(actor?.mandates).toEqual([expected])
  })

  it('acts under the widest role, and keeps the other mandates of that group only', async () => {
    const group = await createGroup(test.db)
    const person = await createPerson(test.db)
    const inGroup = { personId: person.id, groupId: group.id }
    await createMandate(test.db, { ...inGroup, role: 'observer' })
    await createMandate(test.db, { ...inGroup, role: 'representative' })
    const widest = await createMandate(test.db, { ...inGroup, role: 'coordinator' })
    await createMandate(test.db, { personId: person.id, role: 'editor' })

    const actor = await read(person.id)

    expect(actor?.groupId).toBe(group.id)
    expect(actor?.mandate.id).toBe(widest.id)
    expect(actor?.mandates.map(mandate => mandate.role)).toEqual(['coordinator', 'representative', 'observer'])
  })

  it('counts a mandate on its first and its last day, in Brussels', async () => {
    const starting = await createMandate(test.db, { startsOn: brusselsDay(0) })
    const ending = await createMandate(test.db, { endsOn: brusselsDay(0) })
    expect((await read(starting.personId))?.mandate.id).toBe(starting.id)
    expect((await read(ending.personId))?.mandate.id).toBe(ending.id)
  })

  it('does not count a mandate that ended yesterday or starts tomorrow', async () => {
    const ended = await createMandate(test.db, { endsOn: brusselsDay(-1) })
    const coming = await createMandate(test.db, { startsOn: brusselsDay(1) })
    expect(await read(ended.personId)).toBeNull()
    expect(await read(coming.personId)).toBeNull()
  })

  it('falls back on what remains when the widest mandate has ended', async () => {
    const group = await createGroup(test.db)
    const person = await createPerson(test.db)
    const inGroup = { personId: person.id, groupId: group.id }
    await createMandate(test.db, { ...inGroup, role: 'coordinator', endsOn: brusselsDay(-1) })
    await createMandate(test.db, { ...inGroup, role: 'observer' })
    expect((await read(person.id))?.mandates.map(mandate => mandate.role)).toEqual(['observer'])
  })

  it('is nobody without a mandate, and nobody once disabled', async () => {
    expect(await read((await createPerson(test.db)).id)).toBeNull()
    const { personId } = await createActor(test.db)
    await test.db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', personId).execute()
    expect(await read(personId)).toBeNull()
  })
})
