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
