import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { type LockedMeeting, lockMeeting } from './lock-meeting'
import { mayAskFloor, mayRunMeeting } from './meeting-access.shared'
import type { FloorRequest } from './session.shared'

/** @returns who has the floor, then who asks for it in the order of asking; the caller has checked that it may be seen */
export async function listFloorRequests(db: Kysely<Database>, meetingId: string): Promise<FloorRequest[]> {
  const rows = await db
    .selectFrom('floorRequest as request')
    .innerJoin('person', 'person.id', 'request.personId')
    .innerJoin('body', 'body.id', 'request.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['request.id', 'request.personId', 'person.name as person', 'askedAt', 'givenAt'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null)
    .orderBy(sql`given_at is null`)
    .orderBy('askedAt')
    .execute()
  return rows.map(({ person, bodyId, code, name, colour, ...request }) => ({
    ...request,
    name: person,
    body: { id: bodyId, code, name, colour },
  }))
}

/**
 * Asks for the floor; who asked already, keeps their place.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for observers, and while the group does not meet
 */
export async function askFloor(trx: Transaction<Database>, actor: Actor, { meetingId }: { meetingId: string }) {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayAskFloor(actor, meeting)) throw new DomainError('forbidden')
  const asked = await trx
    .insertInto('floorRequest')
    .values({
      meetingId,
      askedAt: sql`clock_timestamp()`,
      agendaItemId: meeting.currentItemId,
      personId: actor.personId,
      bodyId: actor.mandate.bodyId,
      mandateId: actor.mandate.id,
    })
    .onConflict(same => same.columns(['meetingId', 'personId']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (asked) await tell(trx, actor, meeting, 'floor.asked', { bodyId: actor.mandate.bodyId })
}

/**
 * Gives somebody the floor; whoever had it, is done.
 * @throws DomainError `not-found` for a meeting of another group, or a request that is settled; `forbidden` for whom is not a
 *   coordinator; `conflict`, `meeting-not-in-session`
 */
export async function giveFloor(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, requestId }: { meetingId: string; requestId: string },
): Promise<void> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayRunMeeting(actor)) throw new DomainError('forbidden')
  if (meeting.status !== 'in-session') throw new DomainError('conflict', 'meeting-not-in-session')
  const request = await openRequest(trx, meetingId, requestId)
  if (request.givenAt) return
  await trx
    .updateTable('floorRequest')
    .set({ endedAt: sql`clock_timestamp()` })
    .where('meetingId', '=', meetingId)
    .where('givenAt', 'is not', null)
    .where('endedAt', 'is', null)
    .execute()
  await trx.updateTable('floorRequest').set({ givenAt: sql`clock_timestamp()` }).where('id', '=', requestId).execute()
  await tell(trx, actor, meeting, 'floor.given', { bodyId: request.bodyId })
}

/**
 * Settles a request: it is withdrawn, or who had the floor is done. Everybody does this of their own, the chair of all.
 * @throws DomainError `not-found` for a meeting of another group, or a request that is settled; `forbidden` for a request of
 *   somebody else, except for coordinators
 */
export async function endFloor(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, requestId }: { meetingId: string; requestId: string },
): Promise<void> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  const request = await openRequest(trx, meetingId, requestId)
  if (request.personId !== actor.personId && !mayRunMeeting(actor)) throw new DomainError('forbidden')
  await trx.updateTable('floorRequest').set({ endedAt: sql`clock_timestamp()` }).where('id', '=', requestId).execute()
  await tell(trx, actor, meeting, request.givenAt ? 'floor.done' : 'floor.withdrawn', { bodyId: request.bodyId })
}

async function openRequest(trx: Transaction<Database>, meetingId: string, requestId: string) {
  const request = await trx
    .selectFrom('floorRequest')
    .select(['personId', 'bodyId', 'givenAt'])
    .where('id', '=', requestId)
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (!request) throw new DomainError('not-found')
  return request
}

const tell = (trx: Transaction<Database>, actor: Actor, { id }: LockedMeeting, verb: string, after: object) =>
  recordActivity(trx, actor, { verb, subjectType: 'meeting', subjectId: id, topics: [`meeting:${id}`], after })
