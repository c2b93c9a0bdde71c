import type { Generated } from 'kysely'
import type { Certainty, ResponsibilityRole, ResponsibilityState } from './vocabulary'

export interface ResponsibilityTable {
  id: Generated<string>
  measureId: string
  bodyId: string
  personId: string | null
  role: ResponsibilityRole
  state: Generated<ResponsibilityState>
  source: string | null
  certainty: Certainty | null
  isDemo: Generated<boolean>
  /** of a transfer: the same role of another body, which ends when this is accepted */
  followsId: string | null
  proposedBy: string | null
  proposedAt: Generated<Date>
}

export interface ResponsibilityAnswerTable {
  id: Generated<string>
  responsibilityId: string
  answer: Exclude<ResponsibilityState, 'proposed'>
  reason: string | null
  mandateId: string
  answeredAt: Generated<Date>
}

/** Another person of the body, or none, took it up. */
export interface ResponsibilityPersonTable {
  id: Generated<string>
  responsibilityId: string
  fromPersonId: string | null
  toPersonId: string | null
  mandateId: string
  changedAt: Generated<Date>
}
