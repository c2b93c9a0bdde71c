import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from './actor.shared'

/** The day it is where the group meets: mandates begin and end at midnight there, wherever the server stands. */
export const today = sql<string>`(now() at time zone 'Europe/Brussels')::date`

/** Orders mandates by how much their role may. */
export const widestRoleFirst = sql`array_position(array['coordinator', 'editor', 'representative', 'observer'], mandate.role)`

/**
 * Who somebody is now: for a page, an action, or a socket whose rights may have changed.
 * @param who `sessionId` as stored (a hash), so that whoever holds an actor can tell that this session ended
 * @returns null for whom is unknown, disabled, or without a mandate that holds today
 */
export async function readActor(
  db: Kysely<Database>,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<Actor | null> {
  const actor = (await readActors(db, [personId])).get(personId)
  return actor ? { ...actor, sessionId } : null
}

/** The same for several people, in one query. @returns by person, those who have a mandate today */
export async function readActors(
  db: Kysely<Database>,
  personIds: string[],
): Promise<Map<string, Omit<Actor, 'sessionId'>>> {
  const actors = new Map<string, Omit<Actor, 'sessionId'>>()
  if (personIds.length === 0) return actors
  const rows = await db
    .selectFrom('person')
    .innerJoin('mandate', 'mandate.personId', 'person.id')
    .innerJoin('consultationGroup', 'consultationGroup.id', 'mandate.groupId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['person.name', 'person.email', 'person.locale', 'person.theme', 'consultationGroup.name as groupName'])
    .select(['mandate.personId', 'mandate.id', 'mandate.groupId', 'mandate.role', 'mandate.bodyId', 'mandate.endsOn'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'body.sectorId', 'sector.colour'])
    .where('person.id', 'in', personIds)
    .where('person.disabledAt', 'is', null)
    .where('mandate.startsOn', '<=', today)
    .where(eb => eb.or([eb('mandate.endsOn', 'is', null), eb('mandate.endsOn', '>=', today)]))
    .orderBy(widestRoleFirst)
    .orderBy('mandate.startsOn')
    .orderBy('mandate.id')
    .execute()

  for (const { name, email, locale, theme, groupName, personId, ...mandate } of rows) {
    const known = actors.get(personId)
    if (!known) {
      const { groupId } = mandate
      actors.set(personId, { personId, name, email, locale, theme, groupId, groupName, mandate, mandates: [mandate] })
    } else if (known.groupId === mandate.groupId) known.mandates.push(mandate)
  }
  return actors
}
