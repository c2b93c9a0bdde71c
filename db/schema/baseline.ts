import type { Generated } from 'kysely'
import type { BaselineReason, Horizon, Level, MeasureKind, MeasureStatus } from './vocabulary'

/** The plan as it stood. Written in one transaction, never changed or added to. */
export interface BaselineTable {
  id: Generated<string>
  planId: string
  /** from 1, in the order in which the plan's baselines were frozen */
  number: number
  name: string
  reason: BaselineReason
  /** 'YYYY-MM-DD': the day that it stands for, such as that of the approval */
  datedOn: string
  note: Generated<string>
  frozenBy: string
  frozenAt: Generated<Date>
}

export interface BaselineMeasureTable {
  baselineId: string
  measureId: string
  number: number | null
  title: string
  kind: MeasureKind
  level: Level
  status: MeasureStatus
  priorityId: string
  priorityPosition: number
  priorityTitle: string
  axisId: string | null
  axisName: string | null
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', where the plan says more than a horizon */
  startsOn: string | null
  endsOn: string | null
  /** who had accepted to lead it */
  leadBodyId: string | null
  documentVersionId: string
}

export interface BaselineMilestoneTable {
  baselineId: string
  measureId: string
  milestoneId: string
  label: string
  plannedFor: string | null
  reachedOn: string | null
  isDropped: boolean
}
