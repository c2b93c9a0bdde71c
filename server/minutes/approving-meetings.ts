import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { ApprovingMeeting } from './minutes.shared'

/** @returns the meetings after one, not over yet, that could approve its minutes, the soonest first; ten at most */
export async function listApprovingMeetings(
  db: Kysely<Database>,
  actor: Actor,
  meeting: { id: string; startsAt: Date },
): Promise<ApprovingMeeting[]> {
  const later = await db
    .selectFrom('meeting')
    .select(['id', 'title', 'startsAt'])
    .where('groupId', '=', actor.groupId)
    .where('status', 'in', ['planned', 'in-session'])
    .where('startsAt', '>', meeting.startsAt)
    .orderBy('startsAt')
    .limit(10)
    .execute()
  if (later.length === 0) return []
  const items = await db
    .selectFrom('agendaItem')
    .leftJoin('minutes', 'minutes.approvalItemId', 'agendaItem.id')
    .select(['agendaItem.id', 'agendaItem.position', 'agendaItem.title', 'agendaItem.meetingId'])
    .where(
      'agendaItem.meetingId',
      'in',
      later.map(({ id }) => id),
    )
    .where('agendaItem.kind', '=', 'decision')
    .where('minutes.meetingId', 'is', null)
    .orderBy('agendaItem.position')
    .execute()
  return later.map(row => ({
    ...row,
    items: items.filter(item => item.meetingId === row.id).map(({ id, position, title }) => ({ id, position, title })),
  }))
}
