import type { Generated } from 'kysely'
import type { DecisionResult, DecisionWay } from './vocabulary'

export interface DecisionRegisterTable {
  groupId: string
  year: number
  lastNumber: Generated<number>
}

export interface DecisionTable {
  id: Generated<string>
  groupId: string
  year: number
  number: number
  meetingId: string
  agendaItemId: string | null
  title: string
  text: string
  result: DecisionResult
  reachedBy: Generated<DecisionWay>
  decidedOn: string
  recordedBy: string | null
  recordedAt: Generated<Date>
  isDemo: Generated<boolean>
  /** the decision that it takes the place of */
  correctsId: string | null
}

export interface DecisionMeasureTable {
  decisionId: string
  measureId: string
  documentVersionId: string
}

export interface DecisionReservationTable {
  id: Generated<string>
  decisionId: string
  bodyId: string
  text: string
}
