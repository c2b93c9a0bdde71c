import type { Generated } from 'kysely'
import type { Certainty, MilestoneStep } from './vocabulary'

/** Its dates are 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as precise as the source or the plan; at least one of the two is known. */
export interface MilestoneTable {
  id: Generated<string>
  measureId: string
  label: string
  plannedFor: string | null
  reachedOn: string | null
  /** why it will not come; null: it was not dropped */
  droppedReason: string | null
  source: string | null
  certainty: Certainty | null
  isDemo: Generated<boolean>
  madeBy: string | null
  madeAt: Generated<Date>
}

/** How a milestone came where it is. Never changed, only added to. */
export interface MilestoneStepTable {
  id: Generated<number>
  milestoneId: string
  step: MilestoneStep
  plannedBefore: string | null
  plannedAfter: string | null
  reason: string | null
  mandateId: string
  takenAt: Generated<Date>
}
