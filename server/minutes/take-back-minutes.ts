import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { reopenDocuments } from '../documents/close-documents'
import { DomainError } from '../errors'
import { lockMinutes } from './lock-minutes'
import { mayTakeBackMinutes } from './minutes-access.shared'
import { textsOfMinutes } from './texts-of-minutes'

/**
 * Makes minutes that go round a draft again, to work on with what was said about them: their texts open. Comments stay, and so does
 * their place on the agenda of a later meeting.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator, for a draft, and once a
 *   decision approved them
 */
export async function takeBackMinutes(trx: Transaction<Database>, actor: Actor, meetingId: string): Promise<void> {
  const { meeting, access } = await lockMinutes(trx, actor, meetingId)
  if (!mayTakeBackMinutes(actor, access)) throw new DomainError('forbidden')
  await trx
    .updateTable('minutes')
    .set({ takenBackAt: sql`now()`, takenBackBy: actor.mandate.id })
    .where('meetingId', '=', meeting.id)
    .execute()
  const texts = await reopenDocuments(trx, await textsOfMinutes(trx, meeting.id))
  await recordActivity(trx, actor, {
    verb: 'minutes.taken-back',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings', ...texts],
    before: { commentUntil: access.commentUntil },
  })
}
