import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
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

/** @returns every sector, in the order in which they are shown */
export async function listSectors(db: Kysely<Database>): Promise<{ id: string; nameNl: string; nameEn: string }[]> {
  return db.selectFrom('sector').select(['id', 'nameNl', 'nameEn']).orderBy('position').orderBy('id').execute()
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

/**
 * For a query: whether a person acts for a body in a group today.
 * @param columns where the query has the three ids, such as 'responsibility.personId'
 */
export function actsForToday(columns: { person: string; body: string; group: string }): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from mandate m join person p on p.id = m.person_id
    where m.person_id = ${sql.ref(columns.person)} and m.body_id = ${sql.ref(columns.body)}
      and m.group_id = ${sql.ref(columns.group)} and p.disabled_at is null
      and m.starts_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today}))`
}

// The last day of a mandate still counts.
const holdsToday = (eb: ExpressionBuilder<Database, 'mandate'>) =>
  eb.and([
    eb('mandate.startsOn', '<=', today),
    eb.or([eb('mandate.endsOn', 'is', null), eb('mandate.endsOn', '>=', today)]),
  ])
