import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { lockMeeting } from '../meetings/lock-meeting'
import { accessOf } from './minutes-access.shared'

/**
 * Holds a meeting and its minutes until the transaction ends.
 * @returns what stands of the minutes; null for a draft that never went round
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function lockMinutes(trx: Transaction<Database>, actor: Pick<Actor, 'groupId'>, meetingId: string) {
  const meeting = await lockMeeting(trx, actor, meetingId)
  const minutes = await trx
    .selectFrom('minutes')
    .select(['commentUntil', 'approvalItemId', 'decisionId', 'frozenAt', 'sentAt', 'takenBackAt'])
    .where('meetingId', '=', meeting.id)
    .forUpdate()
    .executeTakeFirst()
  return {
    meeting,
    minutes: minutes ?? null,
    access: accessOf(meeting.status, minutes),
  }
}
