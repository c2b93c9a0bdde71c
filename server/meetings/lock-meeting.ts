import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { MeetingStatus } from './meeting.shared'

/**
 * Holds a meeting until the transaction ends, so that its agenda and its status change one at a time.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function lockMeeting(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'groupId'>,
  meetingId: string,
): Promise<{ id: string; status: MeetingStatus; startsAt: Date }> {
  if (!z.guid().safeParse(meetingId).success) throw new DomainError('not-found')
  const meeting = await trx
    .selectFrom('meeting')
    .select(['id', 'status', 'startsAt'])
    .where('id', '=', meetingId)
    .where('groupId', '=', actor.groupId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!meeting) throw new DomainError('not-found')
  return meeting
}
