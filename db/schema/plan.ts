import type { Generated } from 'kysely'
import type { Certainty } from './vocabulary'

export interface PlanTable {
  id: Generated<string>
  groupId: string
  title: string
  proposedOn: string | null
  approvedOn: string | null
  note: string | null
  source: string | null
  certainty: Certainty | null
}

export interface AxisTable {
  id: Generated<string>
  planId: string
  position: number
  name: string
}

export interface PriorityTable {
  id: Generated<string>
  planId: string
  position: number
  title: string
  description: Generated<string>
  source: string | null
  certainty: Certainty | null
}
