import type { DecisionResult, DecisionWay } from '../decisions/decision.shared'
import type { AgendaItemKind, MeetingStatus } from '../meetings/meeting.shared'
import type { Attendee } from '../meetings/meeting-detail.shared'
import type { MinutesState } from '../minutes/minutes.shared'

export const meetingDocuments = ['agenda', 'decisions', 'minutes'] as const
export type MeetingDocumentKind = (typeof meetingDocuments)[number]

/** What the documents of a meeting say in the reader's language: this side of the house has no catalogues. */
export interface MeetingWords {
  /** of the text, as a document names it: 'nl-BE' */
  language: string
  titles: Record<MeetingDocumentKind, string>
  page(number: number, of: number): string
  contents: string
  facts: { when: string; where: string; state: string; madeOn: string; minutes: string }
  minutesInAll(count: number): string
  statuses: Record<MeetingStatus, string>
  itemKinds: Record<AgendaItemKind, string>
  capacities: Record<Attendee['capacity'], string>
  presences: Record<Attendee['presence'], string>
  results: Record<DecisionResult, string>
  ways: Record<DecisionWay, string>
  columns: {
    position: string
    item: string
    kind: string
    begins: string
    minutes: string
    presenter: string
    who: string
    body: string
    presence: string
  }
  overview: string
  explained: string
  about: string
  version(number: number): string
  noText: string
  workingText: string
  attendance: string
  noAttendance: string
  noItems: string
  noDecisions: string
  decision(number: string, title: string): string
  round(title: string, closedAt: Date | null): string
  corrects(number: string): string
  correctedBy(number: string): string
  takenOn(position: number): string
  reservations: string
  actions: string
  actionColumns: { action: string; who: string; due: string }
  noMinutes: string
  otherDecisions: string
  isLate: string
  leftAt(time: string): string
  representedBy(body: string): string
  minutesStates: Record<MinutesState, string>
  approvedBy(number: string): string
  hash: string
  demo: string
  demoMeans: string
  taskDone: string
  taskOpen: string
  table: string
  date(date: Date | string): string
  longDate(date: Date): string
  time(moment: Date): string
  timeRange(from: Date, to: Date): string
}
