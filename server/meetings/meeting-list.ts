import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { MeetingList, NextMeeting } from './meeting-list.shared'

const PAST_A_PAGE = 20

/** @returns every meeting of the actor's group that is still to come or going on, and one page of those that are over */
export async function listMeetings(
  db: Kysely<Database>,
  actor: Actor,
  { page }: { page: number },
): Promise<MeetingList> {
  const meetings = meetingsOf(db, actor)
  const [upcoming, past, counted] = await Promise.all([
    meetings.where('status', 'in', ['planned', 'in-session']).orderBy('startsAt').orderBy('id').execute(),
    meetings
      .where('status', 'in', ['concluded', 'minutes-approved'])
      .orderBy('startsAt', 'desc')
      .orderBy('id')
      .limit(PAST_A_PAGE)
      .offset((page - 1) * PAST_A_PAGE)
      .execute(),
    db
      .selectFrom('meeting')
      .select(eb => eb.fn.countAll<number>().as('meetings'))
      .where('groupId', '=', actor.groupId)
      .where('status', 'in', ['concluded', 'minutes-approved'])
      .executeTakeFirstOrThrow(),
  ])
  return { upcoming, past, page, pages: Math.max(1, Math.ceil(counted.meetings / PAST_A_PAGE)) }
}

/** @returns the meeting that is going on, else the one that comes first, else the last one that was planned; null: none */
export async function nextMeeting(db: Kysely<Database>, actor: Actor): Promise<NextMeeting | null> {
  const startsLater = sql<boolean>`starts_at > now() - interval '12 hours'`
  const meeting = await db
    .selectFrom('meeting')
    .select(['id', 'title', 'startsAt', 'location', 'status', 'isDemo'])
    .select(
      sql<string[]>`array(select title from agenda_item where meeting_id = meeting.id order by position)`.as('agenda'),
    )
    .where('groupId', '=', actor.groupId)
    .where('status', 'in', ['planned', 'in-session'])
    .orderBy(sql`status = 'in-session'`, 'desc')
    .orderBy(startsLater, 'desc')
    .orderBy(sql`abs(extract(epoch from starts_at - now()))`)
    .limit(1)
    .executeTakeFirst()
  return meeting ?? null
}

function meetingsOf(db: Kysely<Database>, actor: Actor) {
  return db
    .selectFrom('meeting')
    .select(['id', 'title', 'startsAt', 'location', 'status', 'isDemo'])
    .select(eb => [
      eb
        .selectFrom('agendaItem')
        .select(item => item.fn.countAll<number>().as('items'))
        .whereRef('agendaItem.meetingId', '=', 'meeting.id')
        .$asScalar()
        .$notNull()
        .as('itemCount'),
      eb
        .selectFrom('decision')
        .select(decision => decision.fn.countAll<number>().as('decisions'))
        .whereRef('decision.meetingId', '=', 'meeting.id')
        .$asScalar()
        .$notNull()
        .as('decisionCount'),
    ])
    .where('groupId', '=', actor.groupId)
}
