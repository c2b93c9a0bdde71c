import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { CalendarMeeting } from './calendar-event'

/**
 * A meeting for a calendar.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function readCalendarMeeting(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  id: string,
): Promise<CalendarMeeting> {
  const isId = /^[0-9a-f-]{36}$/i.test(id)
  const [meeting] = isId
    ? await selectMeetings(db, sql`meeting.id = ${id} and meeting.group_id = ${actor.groupId}`)
    : []
  if (!meeting) throw new DomainError('not-found')
  return meeting
}

/** The meetings of groups from a year ago on, the first one first. @param groupIds none: no meetings */
export const listCalendarMeetings = (db: Kysely<Database>, groupIds: string[]): Promise<CalendarMeeting[]> =>
  selectMeetings(db, sql`meeting.group_id = any(${groupIds}::uuid[]) and meeting.starts_at > now() - interval '1 year'`)

async function selectMeetings(db: Kysely<Database>, which: ReturnType<typeof sql>): Promise<CalendarMeeting[]> {
  const { rows } = await sql<CalendarMeeting>`
    select meeting.id, meeting.title, starts_at, ended_at, location, consultation_group.name as group_name,
      coalesce(item.titles, '{}') as agenda, coalesce(item.minutes, 0)::int as minutes
    from meeting
    join consultation_group on consultation_group.id = meeting.group_id
    left join lateral (
      select array_agg(title order by position) as titles, sum(minutes_allotted) as minutes
      from agenda_item where meeting_id = meeting.id
    ) item on true
    where ${which}
    order by starts_at, meeting.id`.execute(db)
  return rows
}
