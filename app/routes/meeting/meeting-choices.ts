import type { ProposedItem } from '#server/agendas/proposal.shared'
import type { BodyMark } from '#server/bodies/body.shared'
import type { NamedDecision } from '#server/decisions/decision-list.shared'
import type { AgendaTemplate } from '#server/meetings/meeting-list.shared'

export interface MeasureChoice {
  id: string
  number: number | null
  title: string
}

/** Another meeting whose agenda can still grow. */
export interface OtherMeeting {
  id: string
  title: string
  startsAt: Date
}

/** What the forms of a meeting offer to whom runs it. */
export interface MeetingChoices {
  bodies: BodyMark[]
  measures: MeasureChoice[]
  /** meetings to come, the soonest first */
  others: OtherMeeting[]
  templates: AgendaTemplate[]
  /** what the group has to come back to */
  proposed: ProposedItem[]
  /** rounds of positions that an item can be about, those that are open first */
  rounds: { id: string; title: string; closedAt: Date | null }[]
  /** decisions that stand, which a new one could correct */
  correctable: NamedDecision[]
  /** those to come of the measures on the agenda */
  milestones: { id: string; measureId: string; label: string }[]
  /** the id that the next decision gets, so that a form that is sent twice records one, and the number to expect */
  nextDecision: { id: string; year: number; number: number }
}
