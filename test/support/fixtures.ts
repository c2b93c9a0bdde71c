import { randomBytes } from 'node:crypto'
import type { InsertObject, Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '#server/auth/actor.shared'
import { readActor } from '#server/auth/read-actor'

/**
 * Rows to test with. Each takes what a test cares about and makes up the rest, so that any number can be made in one database;
 * each returns the whole row.
 */
type Db = Kysely<Database>
type Values<Table extends keyof Database> = Partial<InsertObject<Database, Table>>

const unique = () => randomBytes(4).toString('hex')

export async function createSector(db: Db, values: Values<'sector'> = {}) {
  const id = `sector-${unique()}`
  const row = { id, position: 1, colour: 3, nameNl: `Sector ${id}`, nameEn: `Sector ${id}`, ...values }
  return db.insertInto('sector').values(row).returningAll().executeTakeFirstOrThrow()
}

/** In a sector of its own, unless one is given. */
export async function createBody(db: Db, values: Values<'body'> = {}) {
  const code = unique().toUpperCase()
  const sectorId = values.sectorId ?? (await createSector(db)).id
  const row = { code, name: `Body ${code}`, level: 'flemish' as const, kind: 'department', ...values, sectorId }
  return db.insertInto('body').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function createGroup(db: Db, values: Values<'consultationGroup'> = {}) {
  const row = { name: `Group ${unique()}`, kind: 'horizontal' as const, ...values }
  return db.insertInto('consultationGroup').values(row).returningAll().executeTakeFirstOrThrow()
}

/** Without a password, unless a `passwordHash` is given. */
export async function createPerson(db: Db, values: Values<'person'> = {}) {
  const row = { email: `${unique()}@test.example`, name: 'A test person', ...values }
  return db.insertInto('person').values(row).returningAll().executeTakeFirstOrThrow()
}

/** An editor's, for years and without an end, of a new person for a new body in a new group, unless told otherwise. */
export async function createMandate(db: Db, values: Values<'mandate'> = {}) {
  const row = {
    role: 'editor' as const,
    startsOn: '2020-01-01',
    ...values,
    personId: values.personId ?? (await createPerson(db)).id,
    bodyId: values.bodyId ?? (await createBody(db)).id,
    groupId: values.groupId ?? (await createGroup(db)).id,
  }
  return db.insertInto('mandate').values(row).returningAll().executeTakeFirstOrThrow()
}

/** With one axis and one priority, in a new group unless one is given. */
export async function createPlan(db: Db, values: Values<'plan'> = {}) {
  const groupId = values.groupId ?? (await createGroup(db)).id
  const row = { title: 'A test plan', ...values, groupId }
  const plan = await db.insertInto('plan').values(row).returningAll().executeTakeFirstOrThrow()
  const part = { planId: plan.id, position: 1 }
  const axis = await db
    .insertInto('axis')
    .values({ ...part, name: 'An axis' })
    .returningAll()
    .executeTakeFirstOrThrow()
  const priority = await db
    .insertInto('priority')
    .values({ ...part, title: 'A priority' })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...plan, axisId: axis.id, priorityId: priority.id }
}

/** The person at work, as a request would see them. */
export async function actorFor(db: Db, personId: string): Promise<Actor> {
  const actor = await readActor(db, { personId, sessionId: 'session-of-a-test' })
  if (!actor) throw new Error('this person has no mandate that holds today')
  return actor
}

/** A new person at work under one mandate: `createActor(db, { groupId, role: 'representative', bodyId })`. */
export async function createActor(db: Db, values: Values<'mandate'> = {}): Promise<Actor> {
  const mandate = await createMandate(db, values)
  return actorFor(db, mandate.personId)
}
