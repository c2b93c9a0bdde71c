import type { Horizon, Level, MeasureKind, MeasureStatus } from './measure.shared'

type Certainty = 'seen' | 'inferred'

/** A body that leads a measure, or was asked to. */
export interface LeadInList {
  measureId: string
  code: string
  name: string
  colour: number
  certainty: Certainty | null
  isAccepted: boolean
}

/** A measure as a row of a list. */
export interface MeasureInList {
  id: string
  /** null: no source gives it a number */
  number: number | null
  title: string
  kind: MeasureKind
  level: Level
  status: MeasureStatus
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
  certainty: Certainty | null
  fieldCertainty: Record<string, Certainty>
  isDemo: boolean
  priorityId: string
  axisName: string | null
  leads: LeadInList[]
}
