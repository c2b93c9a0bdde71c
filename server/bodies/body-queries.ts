import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import type { BodyMark, MandatedPerson } from './body.shared'

/** @returns every body, by code: a body may be asked something before anybody acts for it */
export async function listBodies(db: Kysely<Database>): Promise<BodyMark[]> {
  return db
    .selectFrom('body')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['body.id', 'body.code', 'body.name', 'sector.colour'])
    .orderBy('body.code')
    .execute()
}

/** @returns who acts for which body in the actor's group today, by name; a person once for each body */
export async function listMandatedPeople(db: Kysely<Database>, actor: Actor): Promise<MandatedPerson[]> {
  return db
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .distinct()
    .select(['person.id as personId', 'person.name', 'mandate.bodyId'])
    .where('mandate.groupId', '=', actor.groupId)
    .where('person.disabledAt', 'is', null)
    .where(holdsToday)
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('mandate.bodyId')
    .execute()
}

/** @returns whether a person acts for a body in the actor's group today */
export async function actsFor(
  db: Kysely<Database>,
  actor: Actor,
  { personId, bodyId }: { personId: string; bodyId: string },
): Promise<boolean> {
  const mandate = await db
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .select('mandate.id')
    .where('mandate.groupId', '=', actor.groupId)
    .where('mandate.personId', '=', personId)
    .where('mandate.bodyId', '=', bodyId)
    .where('person.disabledAt', 'is', null)
    .where(holdsToday)
    .executeTakeFirst()
  return mandate !== undefined
}

// The last day of a mandate still counts.
const holdsToday = (eb: ExpressionBuilder<Database, 'mandate'>) =>
  eb.and([
    eb('mandate.startsOn', '<=', today),
    eb.or([eb('mandate.endsOn', 'is', null), eb('mandate.endsOn', '>=', today)]),
  ])
