import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { ConfirmPresentInput } from './attendance.shared'
import { lockForAttendance, tell } from './keep-attendance'

/**
 * Confirms that people are there, such as those who have the meeting open: who is listed by name, else the first of their body
 * who is listed without a name, else as somebody new. Who comes in while the group meets, came now. Who is not of the group
 * is passed over, and who was confirmed before, stays as they were.
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom does not write minutes, and once these
 *   are approved
 */
export async function confirmPresent(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, personIds }: ConfirmPresentInput,
): Promise<void> {
  const meeting = await lockForAttendance(trx, actor, meetingId)
  const arrivedAt = meeting.status === 'in-session' ? sql`clock_timestamp()` : sql`null::timestamptz`
  const people = sql`
    select distinct on (mandate.person_id) mandate.person_id, mandate.body_id, mandate.role
    from mandate
    where mandate.person_id = any(${personIds}::uuid[]) and mandate.group_id = ${actor.groupId}
      and daterange(mandate.starts_on, mandate.ends_on, '[]') @> current_date
    order by mandate.person_id, array_position(array['coordinator', 'editor', 'representative', 'observer'], mandate.role)`
  await sql`
    with people as (${people}), nameless as (
      select id, body_id, row_number() over (partition by body_id order by capacity, id) as place
      from attendance where meeting_id = ${meetingId} and person_id is null and confirmed_at is null
    ), unlisted as (
      select person_id, body_id, row_number() over (partition by body_id order by person_id) as place from people
      where not exists (select from attendance where meeting_id = ${meetingId} and person_id = people.person_id)
    )
    update attendance set person_id = unlisted.person_id
    from unlisted join nameless using (body_id, place)
    where attendance.id = nameless.id`.execute(trx)
  await sql`
    with people as (${people})
    insert into attendance (meeting_id, body_id, person_id, capacity, presence)
    select ${meetingId}, body_id, person_id, case role when 'observer' then 'guest' else 'member' end, 'expected'
    from people
    where not exists (select from attendance where meeting_id = ${meetingId} and person_id = people.person_id)`.execute(
    trx,
  )
  const { rows } = await sql<{ id: string }>`
    update attendance
    set presence = 'present', confirmed_by = ${actor.mandate.id}, confirmed_at = now(), represented_by_id = null,
      left_at = null, arrived_at = ${arrivedAt}
    where meeting_id = ${meetingId} and person_id = any(${personIds}::uuid[])
      and not (presence = 'present' and confirmed_at is not null)
    returning id`.execute(trx)
  if (rows.length > 0) await tell(trx, actor, meeting, 'attendance.confirmed', { count: rows.length })
}
