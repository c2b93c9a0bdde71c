import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { DomainError } from '../errors'
import { hasAttended } from './attended'
import { lockMinutes } from './lock-minutes'
import type { CommentMinutesInput } from './minutes.shared'
import { mayCommentMinutes } from './minutes-access.shared'

/**
 * Adds a comment to minutes that go round. It stands; what it leads to is written in the minutes.
 * @throws DomainError `not-found` for a meeting of another group, or an item (`agendaItemId`) of another meeting; `forbidden` for who was
 *   not there, after the day that was set, and once the minutes are frozen
 */
export async function commentMinutes(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, agendaItemId, text }: CommentMinutesInput & { meetingId: string },
): Promise<void> {
  const { meeting, access } = await lockMinutes(trx, actor, meetingId)
  const day = await trx.selectNoFrom(sql<string>`${today}`.as('today')).executeTakeFirstOrThrow()
  const attended = await hasAttended(trx, actor, meeting.id)
  if (!mayCommentMinutes(actor, access, { ...day, attended })) throw new DomainError('forbidden')
  if (agendaItemId) await checkItem(trx, meeting.id, agendaItemId)
  await trx
    .insertInto('minutesComment')
    .values({ meetingId: meeting.id, agendaItemId: agendaItemId ?? null, mandateId: actor.mandate.id, text })
    .execute()
  await recordActivity(trx, actor, {
    verb: 'minutes.commented',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`],
    after: { text, ...(agendaItemId && { agendaItemId }) },
  })
}

async function checkItem(trx: Transaction<Database>, meetingId: string, agendaItemId: string): Promise<void> {
  const item = await trx
    .selectFrom('agendaItem')
    .select('id')
    .where('id', '=', agendaItemId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!item) throw new DomainError('not-found', 'choose-one', 'agendaItemId')
}
