import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { closeDocuments } from '../documents/close-documents'
import { DomainError } from '../errors'
import { lockMinutes } from './lock-minutes'
import type { SendMinutesInput } from './minutes.shared'
import { maySendMinutes } from './minutes-access.shared'
import { textsOfMinutes } from './texts-of-minutes'

/**
 * Sends the minutes of a meeting round to who was there, until the end of a day in Brussels: their texts close. Sent again, that day is
 * another one. When they were approved with changes, texts stay open for these.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator, before the meeting is over
 *   and once the minutes are frozen; `invalid`, `in-the-past` (`commentUntil`) for a day that is over
 */
export async function sendMinutes(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, commentUntil }: SendMinutesInput & { meetingId: string },
): Promise<void> {
  const { meeting, minutes, access } = await lockMinutes(trx, actor, meetingId)
  if (!maySendMinutes(actor, access)) throw new DomainError('forbidden')
  const { isOver } = await trx
    .selectNoFrom(sql<boolean>`${commentUntil}::date < ${today}`.as('isOver'))
    .executeTakeFirstOrThrow()
  if (isOver) throw new DomainError('invalid', 'in-the-past', 'commentUntil')
  await trx
    .insertInto('minutes')
    .values({ meetingId: meeting.id, sentBy: actor.mandate.id, commentUntil })
    .onConflict(conflict =>
      conflict.column('meetingId').doUpdateSet({ commentUntil, takenBackAt: null, takenBackBy: null }),
    )
    .execute()
  const texts = access.isApproved ? [] : await closeDocuments(trx, await textsOfMinutes(trx, meeting.id))
  await recordActivity(trx, actor, {
    verb: 'minutes.sent',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings', ...texts],
    ...(minutes && { before: { commentUntil: minutes.commentUntil } }),
    after: { commentUntil },
  })
}
