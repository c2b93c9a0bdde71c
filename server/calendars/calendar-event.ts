import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** A meeting as a calendar shows it. */
export interface CalendarMeeting {
  id: string
  title: string
  startsAt: Date
  endedAt: Date | null
  location: string | null
  groupName: string
  /** the titles of its items, in order */
  agenda: string[]
  /** what the items take together, as far as anybody said */
  minutes: number
}

/** A meeting of which nobody said how long its items take is shown as long as this, in minutes. */
const USUAL_MINUTES = 120
const MINUTE = 60_000

export const pageOf = (base: string, meetingId: string) => `${base}/meetings/${meetingId}`

/** When a meeting ends as far as is known: when it did, else after what its items take, else after two hours. */
export const expectedEnd = ({ startsAt, endedAt, minutes }: CalendarMeeting): Date =>
  endedAt && endedAt > startsAt ? endedAt : new Date(startsAt.getTime() + (minutes || USUAL_MINUTES) * MINUTE)

interface Invitation {
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
  /** counts the invitations to the same meeting before */
  sequence: number
}

/**
 * Meetings in iCalendar (RFC 5545).
 * @param base the address of this installation, for the links to the meetings
 * @param invitation makes of one meeting an invitation that a calendar can answer (iTIP, RFC 5546)
 */
export function writeCalendar(
  name: string,
  meetings: CalendarMeeting[],
  { base, invitation }: { base: string; invitation?: Invitation },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Samenspraak', product: 'Samenspraak' },
    ttl: 3600,
    method: invitation ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH,
  })
  for (const meeting of meetings) {
    const event = calendar.createEvent({
      id: `${meeting.id}@samenspraak`,
      start: meeting.startsAt,
      end: expectedEnd(meeting),
      summary: meeting.title,
      description: describe(meeting, base),
      location: meeting.location,
      url: pageOf(base, meeting.id),
      status: ICalEventStatus.CONFIRMED,
      sequence: invitation?.sequence ?? 0,
      ...(invitation && { organizer: invitation.organizer }),
    })
    if (invitation) {
      event.createAttendee({
        ...invitation.attendee,
        rsvp: true,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      })
    }
  }
  return calendar.toString()
}

const describe = ({ groupName, agenda, id }: CalendarMeeting, base: string) =>
  [groupName, agenda.map((title, index) => `${index + 1}. ${title}`).join('\n'), pageOf(base, id)]
    .filter(Boolean)
    .join('\n\n')
