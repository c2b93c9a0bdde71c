import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMinutes } from './lock-minutes'
import type { AnswerCommentInput } from './minutes.shared'
import { mayAnswerComments } from './minutes-access.shared'

/**
 * Says what became of a comment on minutes: taken in, or not and why, or answered otherwise. Said once more, the newest counts.
 * @throws DomainError `not-found` for a meeting of another group, or a comment on other minutes; `forbidden` for whom does not write
 *   minutes, and once they are frozen
 */
export async function answerComment(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, commentId, outcome, text }: AnswerCommentInput & { meetingId: string },
): Promise<void> {
  const { meeting, access } = await lockMinutes(trx, actor, meetingId)
  if (!mayAnswerComments(actor, access)) throw new DomainError('forbidden')
  const comment = await trx
    .selectFrom('minutesComment')
    .select('id')
    .where('id', '=', commentId)
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst()
  if (!comment) throw new DomainError('not-found')
  await trx
    .insertInto('minutesCommentAnswer')
    .values({ commentId, outcome, text, mandateId: actor.mandate.id })
    .execute()
  await recordActivity(trx, actor, {
    verb: 'minutes.comment-answered',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`],
    after: { commentId, outcome, ...(text && { text }) },
  })
}
