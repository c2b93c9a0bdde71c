import type { Generated } from 'kysely'
import type { Confidence, MeasureStatus } from './vocabulary'

/** How far a measure is, as a body said it. Never changed: a correction is another report. */
export interface ProgressReportTable {
  id: Generated<string>
  measureId: string
  /** for which body it speaks; null: nobody carries the measure */
  bodyId: string | null
  /** by somebody who does not speak for that body */
  onBehalf: boolean
  status: MeasureStatus
  percentage: number
  confidence: Confidence
  achieved: Generated<string>
  hindrance: Generated<string>
  upcoming: Generated<string>
  correctsId: string | null
  mandateId: string
  reportedAt: Generated<Date>
  isDemo: Generated<boolean>
}
