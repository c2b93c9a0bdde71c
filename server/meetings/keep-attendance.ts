import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { AddAttendeeInput, ChangeAttendanceInput } from './attendance.shared'
import { type LockedMeeting, lockMeeting } from './lock-meeting'
import { MEETING_TIME_ZONE } from './meeting.shared'
import { mayKeepAttendance } from './meeting-access.shared'

/**
 * Expects everybody whose mandate holds on the day of the meeting and who is not listed yet: the coordinator as chair, an observer
 * as guest, others as members.
 * @returns how many were added
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom does not write minutes, and once these
 *   are approved
 */
export async function expectMembers(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId }: { meetingId: string },
): Promise<number> {
  const meeting = await lockForAttendance(trx, actor, meetingId)
  // Who is listed without a name, stands for somebody of that body: one person of it is not added again.
  const { rows } = await sql<{ id: string }>`
    insert into attendance (meeting_id, body_id, person_id, capacity, presence)
    select ${meetingId}, member.body_id, member.person_id,
      case when member.role = 'coordinator' and not exists (
        select from attendance where meeting_id = ${meetingId} and capacity = 'chair') then 'chair'
      when member.role = 'observer' then 'guest' else 'member' end, 'expected'
    from (
      select distinct on (mandate.person_id) mandate.person_id, mandate.body_id, mandate.role
      from mandate join person on person.id = mandate.person_id and person.disabled_at is null
      where mandate.group_id = ${actor.groupId}
        and daterange(mandate.starts_on, mandate.ends_on, '[]') @>
          (${meeting.startsAt}::timestamptz at time zone ${MEETING_TIME_ZONE})::date
      order by mandate.person_id, array_position(array['coordinator', 'editor', 'representative', 'observer'], mandate.role)
    ) member
    where not exists (
      select from attendance listed where listed.meeting_id = ${meetingId}
        and (listed.person_id = member.person_id or (listed.person_id is null and listed.body_id = member.body_id))
    )
    on conflict do nothing
    returning id`.execute(trx)
  if (rows.length > 0) await tell(trx, actor, meeting, 'attendance.members-expected', { count: rows.length })
  return rows.length
}

/**
 * Lists somebody who is expected, such as a guest.
 * @throws DomainError the same; `not-found`, `choose-one` for a body that is not there (`bodyId`)
 */
export async function addAttendee(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, description, ...input }: AddAttendeeInput,
): Promise<string> {
  const meeting = await lockForAttendance(trx, actor, meetingId)
  const { id } = await trx
    .insertInto('attendance')
    .values({ ...input, meetingId, description: description || null, presence: 'expected' })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(error => {
      throw violatedConstraint(error) ? new DomainError('not-found', 'choose-one', 'bodyId') : error
    })
  await tell(trx, actor, meeting, 'attendance.added', { attendanceId: id, ...input })
  return id
}

/**
 * Confirms how somebody attends: there, from and until when, or not, and who speaks for them. Who comes in while the group meets,
 * came now unless another hour is given.
 * @throws DomainError the same, also for an attendance of another group; `invalid`, `ends-before-start` (`leftAt`);
 *   `not-found`, `choose-one` for who is not at this meeting (`representedById`)
 */
export async function changeAttendance(
  trx: Transaction<Database>,
  actor: Actor,
  { attendanceId, presence, arrivedAt, leftAt, representedById }: ChangeAttendanceInput,
): Promise<void> {
  const found = await trx.selectFrom('attendance').select('meetingId').where('id', '=', attendanceId).executeTakeFirst()
  if (!found) throw new DomainError('not-found')
  const meeting = await lockForAttendance(trx, actor, found.meetingId)
  if (representedById === attendanceId) throw new DomainError('not-found', 'choose-one', 'representedById')
  const before = await trx
    .selectFrom('attendance')
    .select(['bodyId', 'presence', 'arrivedAt'])
    .where('id', '=', attendanceId)
    .executeTakeFirstOrThrow()
  const isHere = presence === 'present'
  const comesIn = isHere && meeting.status === 'in-session' && before.presence !== 'present'
  const at = (hour: string | undefined) => (hour ? moment(meeting, hour) : null)
  await trx
    .updateTable('attendance')
    .set({
      presence,
      arrivedAt: isHere ? (at(arrivedAt) ?? (comesIn ? sql<Date>`clock_timestamp()` : before.arrivedAt)) : null,
      leftAt: isHere ? at(leftAt) : null,
      representedById: isHere ? null : (representedById ?? null),
      ...(presence === 'expected'
        ? { confirmedBy: null, confirmedAt: null }
        : { confirmedBy: actor.mandate.id, confirmedAt: sql<Date>`now()` }),
    })
    .where('id', '=', attendanceId)
    .execute()
    .catch(error => {
      const constraint = violatedConstraint(error)
      if (!constraint) throw error
      if (constraint === 'attendance_represented_there') {
        throw new DomainError('not-found', 'choose-one', 'representedById')
      }
      throw new DomainError('invalid', 'ends-before-start', 'leftAt')
    })
  await tell(
    trx,
    actor,
    meeting,
    'attendance.changed',
    { attendanceId, bodyId: before.bodyId, presence },
    { attendanceId, presence: before.presence },
  )
}

/**
 * Somebody leaves before the end: now.
 * @throws DomainError the same; `conflict`, `not-present` for who is not there
 */
export async function leaveMeeting(
  trx: Transaction<Database>,
  actor: Actor,
  { attendanceId }: { attendanceId: string },
): Promise<void> {
  const found = await trx
    .selectFrom('attendance')
    .select(['meetingId', 'bodyId'])
    .where('id', '=', attendanceId)
    .executeTakeFirst()
  if (!found) throw new DomainError('not-found')
  const meeting = await lockForAttendance(trx, actor, found.meetingId)
  const left = await trx
    .updateTable('attendance')
    .set({ leftAt: sql`greatest(clock_timestamp(), arrived_at)` })
    .where('id', '=', attendanceId)
    .where('presence', '=', 'present')
    .returning('id')
    .executeTakeFirst()
  if (!left) throw new DomainError('conflict', 'not-present')
  await tell(trx, actor, meeting, 'attendance.left', { attendanceId, bodyId: found.bodyId })
}

/** @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom does not keep its attendance */
export async function lockForAttendance(
  trx: Transaction<Database>,
  actor: Actor,
  meetingId: string,
): Promise<LockedMeeting> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayKeepAttendance(actor, meeting)) throw new DomainError('forbidden')
  return meeting
}

/** An hour on the day of the meeting. */
const moment = ({ startsAt }: LockedMeeting, hour: string) => sql<Date>`
  ((${startsAt}::timestamptz at time zone ${MEETING_TIME_ZONE})::date + ${hour}::time) at time zone ${MEETING_TIME_ZONE}`

export const tell = (
  trx: Transaction<Database>,
  actor: Actor,
  { id }: LockedMeeting,
  verb: string,
  after: object,
  before?: object,
) =>
  recordActivity(trx, actor, { verb, subjectType: 'meeting', subjectId: id, topics: [`meeting:${id}`], before, after })
