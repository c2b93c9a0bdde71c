import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { MeetingStatus } from './meeting.shared'

export interface LockedMeeting {
  id: string
  title: string
  status: MeetingStatus
  startsAt: Date
  startedAt: Date | null
  currentItemId: string | null
  clockStartedAt: Date | null
}

/**
 * Holds a meeting until the transaction ends, so that its agenda and its status change one at a time.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function lockMeeting(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'groupId'>,
  meetingId: string,
): Promise<LockedMeeting> {
  if (!z.guid().safeParse(meetingId).success) throw new DomainError('not-found')
  const meeting = await trx
    .selectFrom('meeting')
    .select(['id', 'title', 'status', 'startsAt', 'startedAt', 'currentItemId', 'clockStartedAt'])
    .where('id', '=', meetingId)
    .where('groupId', '=', actor.groupId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!meeting) throw new DomainError('not-found')
  return meeting
}

/**
 * The same by one of its items.
 * @returns the item too, as it is under that lock
 * @throws DomainError `not-found` for an item of another group
 */
export async function lockMeetingOf(trx: Transaction<Database>, actor: Pick<Actor, 'groupId'>, agendaItemId: string) {
  const found = await trx.selectFrom('agendaItem').select('meetingId').where('id', '=', agendaItemId).executeTakeFirst()
  if (!found) throw new DomainError('not-found')
  const meeting = await lockMeeting(trx, actor, found.meetingId)
  const item = await trx
    .selectFrom('agendaItem')
    .selectAll()
    .where('id', '=', agendaItemId)
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst()
  if (!item) throw new DomainError('not-found')
  return { meeting, item }
}
