import { randomUUID } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { Database } from '../schema/index'
import type { AttendanceTable } from '../schema/meeting'
import { agendaItemKinds, capacities, lookUp, meetingStatuses, presences } from './codes'
import { comingThirdThursday, inBrussels } from './coming-meeting'
import type { Ids } from './seed-bodies'
import { type SourceAgendaItem, type SourceMeeting, sourceMeetings } from './source'

export interface SeededMeeting {
  id: string
  source: SourceMeeting
  agenda: { id: string; source: SourceAgendaItem }[]
}

/**
 * The demo meetings with who attends and what is on the agenda; all of it invented and marked as demo.
 * @returns them in the order in which they are held
 */
export async function seedMeetings(
  trx: Transaction<Database>,
  { groupId, bodyIds, measureIds }: { groupId: string; bodyIds: Ids; measureIds: Ids },
): Promise<SeededMeeting[]> {
  const meetings = sourceMeetings.map(source => ({
    id: randomUUID(),
    source,
    agenda: source.agenda.map(item => ({ id: randomUUID(), source: item })),
  }))
  const items = meetings.flatMap(meeting => {
    const handledAt = meeting.source.endedAt ? new Date(meeting.source.endedAt) : null
    return meeting.agenda.map(item => ({ ...item, meetingId: meeting.id, handledAt }))
  })
  await trx
    .insertInto('meeting')
    .values(meetings.map(meeting => meetingRow(meeting, groupId)))
    .execute()
  await trx
    .insertInto('attendance')
    .values(meetings.flatMap(meeting => attendanceRows(meeting, bodyIds)))
    .execute()
  await trx
    .insertInto('agendaItem')
    .values(
      items.map(({ id, meetingId, source, handledAt }) => ({
        id,
        meetingId,
        position: source.order,
        kind: lookUp(agendaItemKinds, source.itemType),
        title: source.title,
        summary: source.summary ?? '',
        presenterBodyId: lookUp(bodyIds, source.preparedBySectorId),
        minutesAllotted: minutesFor(source),
        handledAt,
        isDemo: true,
      })),
    )
    .execute()
  await seedMinutes(trx, groupId, meetings)
  await trx
    .insertInto('agendaItemMeasure')
    .values(
      items.flatMap(({ id, source }) =>
        source.measureIds.map(measure => ({ agendaItemId: id, measureId: lookUp(measureIds, measure) })),
      ),
    )
    .execute()
  return meetings
}

/** No source says how long an item may take. */
function minutesFor({ order, itemType }: SourceAgendaItem): number {
  if (order === 1) return 5
  return { information: 10, discussion: 20, decision: 25 }[lookUp(agendaItemKinds, itemType)]
}

/** The texts of what was said about each item; those of approved minutes are closed. */
async function seedMinutes(trx: Transaction<Database>, groupId: string, meetings: SeededMeeting[]): Promise<void> {
  const rows = meetings.flatMap(({ source, agenda }) => {
    const closedAt = lookUp(meetingStatuses, source.status) === 'minutes-approved' ? new Date() : null
    return agenda.map(({ id }) => ({ groupId, subjectType: 'agenda-item' as const, subjectId: id, closedAt }))
  })
  await trx.insertInto('document').values(rows).execute()
}

const isComing = (meeting: SourceMeeting) => lookUp(meetingStatuses, meeting.status) === 'planned'

function meetingRow({ id, source }: SeededMeeting, groupId: string) {
  return {
    id,
    groupId,
    title: source.title,
    // The planned meeting has a day that passes; a demo needs one that is still to come, whenever it is started.
    startsAt: isComing(source) ? inBrussels(comingThirdThursday(new Date()), '13:30') : new Date(source.plannedStart),
    startedAt: source.startedAt ? new Date(source.startedAt) : null,
    endedAt: source.endedAt ? new Date(source.endedAt) : null,
    location: source.location,
    status: lookUp(meetingStatuses, source.status),
    isDemo: true,
  }
}

/** Nobody is listed for the planned meeting: those of the meeting before it are expected. */
function attendanceRows({ id, source }: SeededMeeting, bodyIds: Ids): Insertable<AttendanceTable>[] {
  const lastHeld = sourceMeetings.findLast(meeting => !isComing(meeting))
  const attendees = isComing(source) ? (lastHeld?.attendees ?? []) : source.attendees
  return attendees.map(attendee => ({
    meetingId: id,
    bodyId: lookUp(bodyIds, attendee.sectorId),
    capacity: lookUp(capacities, attendee.function),
    description: attendee.roleLabel,
    presence: isComing(source) ? 'expected' : lookUp(presences, attendee.presence),
    isDemo: true,
  }))
}
