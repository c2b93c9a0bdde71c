import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import type { DecisionResult } from '../decisions/decision.shared'
import { reopenDocuments } from '../documents/close-documents'
import { DomainError } from '../errors'
import { freezeMinutes } from './freeze-minutes'
import { lockMinutes } from './lock-minutes'
import { mayFinishMinutes } from './minutes-access.shared'
import { textsOfMinutes } from './texts-of-minutes'

/**
 * Lets a decision that was just recorded approve the minutes that its agenda item is about, if it is: they are frozen with it. Approved
 * with changes, their texts open for these, and they are frozen once these are made (`finishMinutes`); any other result leaves them as they
 * are.
 * @returns the meeting whose minutes were approved; null when the item was about none
 * @throws DomainError `conflict`, `minutes-are-draft` when they were taken back and do not go round: nobody saw what would be approved
 */
export async function approveMinutes(
  trx: Transaction<Database>,
  actor: Actor,
  { decisionId, agendaItemId, result }: { decisionId: string; agendaItemId: string; result: DecisionResult },
): Promise<string | null> {
  if (result !== 'approved' && result !== 'approved-with-changes') return null
  const found = await trx
    .selectFrom('minutes')
    .select('meetingId')
    .where('approvalItemId', '=', agendaItemId)
    .executeTakeFirst()
  if (!found) return null
  const { meeting, minutes, access } = await lockMinutes(trx, actor, found.meetingId)
  // Decided about once more: what was approved stands.
  if (!minutes || minutes.decisionId) return null
  if (minutes.takenBackAt) throw new DomainError('conflict', 'minutes-are-draft')
  if (!mayFinishMinutes(actor, access)) return null
  await trx.updateTable('minutes').set({ decisionId }).where('meetingId', '=', meeting.id).execute()
  const texts = result === 'approved' ? [] : await reopenDocuments(trx, await textsOfMinutes(trx, meeting.id))
  await recordActivity(trx, actor, {
    verb: 'minutes.approved',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings', ...texts],
    after: { decisionId, result },
  })
  if (result === 'approved') await freezeMinutes(trx, actor, meeting.id)
  return meeting.id
}

/**
 * Freezes minutes that were approved with changes, once these are made.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator, and once they are frozen;
 *   `conflict`, `minutes-not-approved` as long as no decision approved them
 */
export async function finishMinutes(trx: Transaction<Database>, actor: Actor, meetingId: string): Promise<void> {
  const { meeting, minutes, access } = await lockMinutes(trx, actor, meetingId)
  if (!mayFinishMinutes(actor, access)) throw new DomainError('forbidden')
  if (!minutes?.decisionId) throw new DomainError('conflict', 'minutes-not-approved')
  await freezeMinutes(trx, actor, meeting.id)
}
