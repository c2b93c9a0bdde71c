import type { Generated } from 'kysely'
import type { AgendaItemKind, AttendanceCapacity, MeetingStatus, Presence } from './vocabulary'

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
}

export interface AttendanceTable {
  id: Generated<string>
  meetingId: string
  bodyId: string
  capacity: AttendanceCapacity
  description: string | null
  presence: Presence
  isDemo: Generated<boolean>
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
}

export interface AgendaItemMeasureTable {
  agendaItemId: string
  measureId: string
}
