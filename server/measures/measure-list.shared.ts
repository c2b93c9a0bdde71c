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

/** A body that has a part in the plan, or was asked to, and its sector. */
export interface BodyOfPlan {
  code: string
  name: string
  sectorId: string
  nameNl: string
  nameEn: string
  position: number
  /** the sector's, 1 to 12 */
  colour: number
}

/** How many measures there are. */
export interface MeasureCounts {
  /** in the plan */
  all: number
  /** that the filters let through */
  found: number
  /** of all, those that nobody has accepted to lead */
  withoutLead: number
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
  axisId: string | null
  axisName: string | null
  updatedAt: Date
  /** how many discussions of it are open */
  openThreads: number
  leads: LeadInList[]
}

/** A page of the table of the plan. */
export interface MeasurePage {
  rows: (MeasureInList & { groupKey: string | null })[]
  /** the groups of all pages, in their order, with how many measures each holds; null: without what it is grouped by */
  groups: { key: string | null; count: number }[]
  page: number
  pages: number
}
