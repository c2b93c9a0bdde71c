import type { Generated, JSONColumnType } from 'kysely'
import type {
  AgendaItemKind,
  AttendanceCapacity,
  MeetingStatus,
  Presence,
  ProposalReason,
  SeriesFrequency,
} from './vocabulary'

export interface MeetingTable {
  id: Generated<string>
  groupId: string
  title: string
  startsAt: Date
  startedAt: Date | null
  endedAt: Date | null
  location: string | null
  status: Generated<MeetingStatus>
  isDemo: Generated<boolean>
  seriesId: string | null
  /** 'YYYY-MM-DD': the day that the rule of its series gives */
  seriesDay: string | null
  /** what the meeting is at */
  currentItemId: string | null
  /** since when the clock of that item runs; null: it stands still */
  clockStartedAt: Date | null
}

export interface AttendanceTable {
  id: Generated<string>
  meetingId: string
  bodyId: string
  capacity: AttendanceCapacity
  description: string | null
  presence: Presence
  isDemo: Generated<boolean>
  personId: string | null
  /** the mandate under which somebody said that the presence is so */
  confirmedBy: string | null
  confirmedAt: Date | null
  arrivedAt: Date | null
  leftAt: Date | null
  /** the attendance, at the same meeting, of who speaks for this body */
  representedById: string | null
}

export interface AgendaItemTable {
  id: Generated<string>
  meetingId: string
  position: number
  kind: AgendaItemKind
  title: string
  summary: Generated<string>
  minutesAllotted: number | null
  presenterBodyId: string | null
  isDemo: Generated<boolean>
  /** counts the changes, so that nobody overwrites what they did not see */
  revision: Generated<number>
  /** how long it was at hand, without what the meeting's clock counts now */
  secondsSpent: Generated<number>
  handledAt: Date | null
  /** the item of an earlier meeting that it goes on with */
  carriedFromId: string | null
  proposedFor: ProposalReason | null
  /** the measure, milestone, action… that it was proposed for */
  proposedSubjectId: string | null
}

export interface AgendaItemMeasureTable {
  agendaItemId: string
  measureId: string
}

/** A round of positions that an item is about. */
export interface AgendaItemRoundTable {
  agendaItemId: string
  roundId: string
}

export interface AgendaItemLinkTable {
  id: Generated<string>
  agendaItemId: string
  title: string
  url: string
}

/** An agenda as it was sent. */
export interface AgendaVersionTable {
  id: Generated<string>
  meetingId: string
  number: number
  sentBy: string
  sentAt: Generated<Date>
  note: Generated<string>
  agenda: JSONColumnType<object>
}

export interface AgendaTemplateTable {
  id: Generated<string>
  groupId: string
  name: string
  madeBy: string | null
  madeAt: Generated<Date>
  isDemo: Generated<boolean>
}

export interface AgendaTemplateItemTable {
  id: Generated<string>
  templateId: string
  position: number
  kind: AgendaItemKind
  title: string
  summary: Generated<string>
  minutesAllotted: number | null
  presenterBodyId: string | null
}

export interface MeetingSeriesTable {
  id: Generated<string>
  groupId: string
  title: string
  location: string | null
  frequency: SeriesFrequency
  /** every so many weeks or months */
  every: number
  /** 1 is Monday */
  weekday: number
  /** 1 to 4, 5 is the last one; null where it goes by the week */
  weekOfMonth: number | null
  startsOn: string
  /** 'HH:MM', where the group meets */
  time: string
  templateId: string | null
  madeBy: string | null
  madeAt: Generated<Date>
  endedAt: Date | null
  isDemo: Generated<boolean>
}

/** Asked for the floor → has it → done; or withdrawn, without ever having had it. */
export interface FloorRequestTable {
  id: Generated<string>
  meetingId: string
  agendaItemId: string | null
  personId: string
  bodyId: string
  mandateId: string
  askedAt: Generated<Date>
  givenAt: Date | null
  endedAt: Date | null
}
