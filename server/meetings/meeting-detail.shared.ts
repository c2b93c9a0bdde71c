import type { BodyMark } from '../bodies/body.shared'
import type { AgendaItemKind, MeetingStatus, ProposalReason } from './meeting.shared'
import type { MeetingClock } from './session.shared'

/** A measure that an agenda item is about, with its text as it lies on the table. */
export interface TabledMeasure {
  id: string
  number: number | null
  title: string
  /** of the text at this moment: who decides, confirms that this is what they saw */
  hash: string
  /** the last edit of the text; null when nothing was written */
  changedAt: Date | null
  /** the newest frozen version; null when none was frozen yet */
  version: number | null
  /** the text says what that version says */
  isFrozen: boolean
}

/** A round of positions that an agenda item is about. */
export interface TabledRound {
  id: string
  title: string
  question: string
  closesAt: Date
  /** null: it is open */
  closedAt: Date | null
}

export interface AgendaItem {
  id: string
  position: number
  kind: AgendaItemKind
  title: string
  summary: string
  minutesAllotted: number | null
  isDemo: boolean
  presenter: BodyMark | null
  measures: TabledMeasure[]
  rounds: TabledRound[]
  links: { title: string; url: string }[]
  /** how often it was changed, and one */
  revision: number
  /** how long it was at hand, without what the clock counts now */
  secondsSpent: number
  /** when the meeting went on from it; null: not yet, or it was never at hand */
  handledAt: Date | null
  /** the item of an earlier meeting that it goes on with */
  carriedFrom: { id: string; meetingId: string } | null
  /** the item of a later meeting that goes on with it */
  carriedTo: { id: string; meetingId: string } | null
  proposedFor: ProposalReason | null
  /** null for an item of before there were minutes */
  minutes: ItemMinutes | null
}

/** The text of what was said about an item. */
export interface ItemMinutes {
  documentId: string
  /** '' as long as nothing was written */
  html: string
  /** nobody writes in it any more */
  isClosed: boolean
}

export interface Attendee {
  id: string
  capacity: 'chair' | 'secretary' | 'member' | 'guest'
  description: string | null
  presence: 'present' | 'excused' | 'absent' | 'expected'
  body: BodyMark
  /** null: a body is expected, whoever comes for it */
  person: { id: string; name: string } | null
  /** somebody saw that the presence is so */
  isConfirmed: boolean
  arrivedAt: Date | null
  leftAt: Date | null
  /** came more than ten minutes after the meeting began */
  isLate: boolean
  /** the attendance of who speaks for this body */
  representedBy: string | null
}

/** Everything that the page of a meeting shows, except the decisions taken there. */
export interface MeetingDetail {
  id: string
  title: string
  startsAt: Date
  startedAt: Date | null
  endedAt: Date | null
  location: string | null
  status: MeetingStatus
  isDemo: boolean
  /** in the order of the agenda */
  items: AgendaItem[]
  attendance: Attendee[]
  clock: MeetingClock
  seriesId: string | null
}
