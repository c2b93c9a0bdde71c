import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeeting } from './lock-meeting'
import { mayRunMeeting } from './meeting-access.shared'

/**
 * Opens a planned meeting, at the first item of its agenda.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator; `conflict`,
 *   `meeting-not-planned` when it was opened already
 */
export async function startMeeting(trx: Transaction<Database>, actor: Actor, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayRunMeeting(actor)) throw new DomainError('forbidden')
  if (meeting.status !== 'planned') throw new DomainError('conflict', 'meeting-not-planned')
  const first = await trx
    .selectFrom('agendaItem')
    .select('id')
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  await trx
    .updateTable('meeting')
    .set({
      status: 'in-session',
      startedAt: sql`now()`,
      currentItemId: first?.id ?? null,
      clockStartedAt: first ? sql`clock_timestamp()` : null,
    })
    .where('id', '=', meetingId)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'meeting.started',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings'],
    before: { status: meeting.status },
    after: { status: 'in-session' },
  })
}
