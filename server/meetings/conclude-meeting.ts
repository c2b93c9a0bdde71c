import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeeting } from './lock-meeting'
import { mayRunMeeting } from './meeting-access.shared'
import { leaveItem } from './run-session'

/**
 * Closes a meeting that is in session. Its agenda and decisions can still be completed until the minutes are approved.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator; `conflict`,
 *   `meeting-not-in-session` when it was never opened or is closed already
 */
export async function concludeMeeting(trx: Transaction<Database>, actor: Actor, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayRunMeeting(actor)) throw new DomainError('forbidden')
  if (meeting.status !== 'in-session') throw new DomainError('conflict', 'meeting-not-in-session')
  await leaveItem(trx, meeting, { isHandled: true })
  await trx
    .updateTable('floorRequest')
    .set({ endedAt: sql`clock_timestamp()` })
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null)
    .execute()
  await trx
    .updateTable('meeting')
    .set({ status: 'concluded', endedAt: sql`now()`, currentItemId: null, clockStartedAt: null })
    .where('id', '=', meetingId)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'meeting.concluded',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings'],
    before: { status: meeting.status },
    after: { status: 'concluded' },
  })
}
