import type { BodyMark } from '../bodies/body.shared'
import type { AgendaItemKind, MeetingStatus } from './meeting.shared'

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
}

export interface Attendee {
  id: string
  capacity: 'chair' | 'secretary' | 'member' | 'guest'
  description: string | null
  presence: 'present' | 'excused' | 'absent' | 'expected'
  body: BodyMark
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
}
