import type { JSONContent } from '@tiptap/core'
import type { ServedCondition } from '../positions/condition.shared'
import type { DecidedMeasure, DecisionInRegister, NamedDecision, Reservation } from './decision-list.shared'

/** A measure with the text as it was decided about, and as it is now. */
export interface ComparedMeasure extends DecidedMeasure {
  frozenAt: Date
  textThen: JSONContent
  textNow: JSONContent
  /** of the last edit; null: nothing was ever written */
  changedAt: Date | null
  /** the newest version that was frozen since, if any */
  newestVersion: number
}

/** A signed correction of a decision that stands. */
export interface Erratum {
  id: string
  text: string
  signedAt: Date
  personName: string
  bodyCode: string
}

/** A decision with everything its page shows. */
export interface DecisionDetail extends Omit<DecisionInRegister, 'measures' | 'followUp'> {
  text: string
  /** its place on the agenda; null where it was taken outside of it */
  agendaItem: { id: string; position: number } | null
  recordedAt: Date
  /** the code of the body that the secretary acted for; null: imported */
  recordedFor: string | null
  reservations: Reservation[]
  measures: ComparedMeasure[]
  /** the conditions of positions that it meets */
  serves: ServedCondition[]
  /** the oldest first */
  errata: Erratum[]
  /** about one of the same measures */
  related: NamedDecision[]
}
