import type { MeetingStatus } from './meeting.shared'

/** A meeting as a row of a list. */
export interface MeetingInList {
  id: string
  title: string
  startsAt: Date
  location: string | null
  status: MeetingStatus
  isDemo: boolean
  itemCount: number
  decisionCount: number
}

/** One page of the past, below everything that is still to come. */
export interface MeetingList {
  /** not held or not closed yet, soonest first */
  upcoming: MeetingInList[]
  /** newest first */
  past: MeetingInList[]
  page: number
  pages: number
}

/** The meeting that the group comes together for next. */
export interface NextMeeting {
  id: string
  title: string
  startsAt: Date
  location: string | null
  status: MeetingStatus
  isDemo: boolean
  agenda: string[]
}

/** What an agenda can begin with. */
export interface AgendaTemplate {
  id: string
  name: string
  isDemo: boolean
  itemCount: number
}
