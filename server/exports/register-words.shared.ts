import type { ActionState } from '../actions/action.shared'
import type { DecisionResult, DecisionWay } from '../decisions/decision.shared'
import type { EffectKind, EffectState } from '../decisions/effect.shared'
import type { MeasureStatus } from '../measures/measure.shared'

export const decisionColumns = [
  ...(['number', 'decidedOn', 'title', 'result', 'way', 'text', 'reservations', 'about', 'moved'] as const),
  ...(['corrects', 'correctedBy', 'meeting', 'position', 'followUp', 'settled', 'overdue'] as const),
  ...(['demo', 'id'] as const),
] as const
export const followUpColumns = [
  ...(['number', 'title', 'kind', 'measure', 'what', 'value', 'body', 'due', 'state', 'late', 'on'] as const),
  ...(['demo', 'id'] as const),
] as const
export const actionColumns = [
  ...(['action', 'body', 'bodyName', 'person', 'due', 'state', 'late', 'measure', 'number', 'meeting'] as const),
  ...(['position', 'madeOn', 'steps', 'demo', 'id'] as const),
] as const
export type RegisterColumn =
  | (typeof decisionColumns)[number]
  | (typeof followUpColumns)[number]
  | (typeof actionColumns)[number]

/** How a table that is no plan says what it is. */
export interface ListAboutWords {
  name: string
  title: string
  group: string
  madeOn: string
  madeBy: string
  filters: string
  noFilters: string
  counted: string
  demo: string
  demoMeans: string
}

/** What the register and the actions say as tables, in the reader's language. */
export interface RegisterWords {
  columns: Record<RegisterColumn, string>
  sheets: { decisions: string; followUp: string; actions: string }
  about: ListAboutWords
  results: Record<DecisionResult, string>
  ways: Record<DecisionWay, string>
  /** what follows from a decision: a kind of effect, or an action */
  kinds: Record<EffectKind | 'action', string>
  effectStates: Record<EffectState, string>
  actionStates: Record<ActionState, string>
  statuses: Record<MeasureStatus, string>
  dates: { startsOn: string; endsOn: string }
  yes: string
  version(number: number): string
  milestone(label: string): string
  date(date: Date | string): string
  /** the day of a moment where the group meets, as 'YYYY-MM-DD' */
  day(moment: Date): string
}
