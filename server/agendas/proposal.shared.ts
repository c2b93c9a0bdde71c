import type { AgendaItemKind, ProposalReason } from '../meetings/meeting.shared'

/** What could come on an agenda, and why. */
export interface ProposedItem {
  reason: ProposalReason
  /** the measure, the milestone, the item… that it is about */
  subjectId: string
  /** of that record, or of its measure */
  title: string
  /** what makes it concrete, such as a milestone; '' for nothing */
  detail: string
  /** since when, or when it was due; null where that says nothing */
  since: Date | string | null
  kind: AgendaItemKind
  measureIds: string[]
  /** for `carried-over`: the item that goes on */
  agendaItemId: string | null
}
