import type { Generated, JSONColumnType } from 'kysely'
import type { Certainty, Horizon, Level, MeasureKind, MeasureStatus } from './vocabulary'

export interface MeasureTable {
  id: Generated<string>
  planId: string
  priorityId: string
  axisId: string | null
  number: number | null
  position: Generated<number>
  title: string
  summary: Generated<string>
  kind: Generated<MeasureKind>
  level: Level
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
  status: Generated<MeasureStatus>
  origin: string | null
  source: string | null
  certainty: Certainty | null
  /** Which fields were seen in the source and which were inferred. */
  fieldCertainty: JSONColumnType<Record<string, Certainty>, string | undefined>
  isDemo: Generated<boolean>
  documentId: string
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

export interface MilestoneTable {
  id: Generated<string>
  measureId: string
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': as precise as the source */
  date: string
  label: string
  source: string | null
  certainty: Certainty | null
  isDemo: Generated<boolean>
}
