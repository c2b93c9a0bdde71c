import type { Generated, JSONColumnType } from 'kysely'
import type { EffectKind, EffectState, EffectStep } from './vocabulary'

/** What a decision changes, or asks. Only its state changes, by its steps. */
export interface EffectTable {
  id: Generated<string>
  decisionId: string
  position: number
  kind: EffectKind
  measureId: string | null
  /** who must lead, or is asked */
  bodyId: string | null
  milestoneId: string | null
  /** what it must become, by kind */
  payload: JSONColumnType<object>
  dueOn: string | null
  state: Generated<EffectState>
  isDemo: Generated<boolean>
}

/** What became of an effect. Never changed, only added to. */
export interface EffectStepTable {
  id: Generated<number>
  effectId: string
  step: EffectStep
  /** refused: a word that the catalogues know; dropped: what somebody wrote */
  reason: string | null
  /** how it was before it was applied */
  before: JSONColumnType<object> | null
  /** the question that a body must accept */
  responsibilityId: string | null
  /** what a body was asked to do */
  actionItemId: string | null
  mandateId: string | null
  at: Generated<Date>
}

/** A signed correction of a decision that stands. */
export interface DecisionErratumTable {
  id: Generated<string>
  decisionId: string
  text: string
  mandateId: string
  signedAt: Generated<Date>
}
