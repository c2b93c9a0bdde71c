import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { Certainty, Horizon, Level, MeasureKind, MeasureStatus, RequestState } from './vocabulary'

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
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as the other dates of a measure that are text */
  startsOn: string | null
  endsOn: string | null
  targetGroups: Generated<string[]>
  parentId: string | null
  /** of whom it asks something, where it is a request: a body, or in words */
  askedBodyId: string | null
  askedName: string | null
  askedOn: string | null
  answer: string | null
  answeredOn: string | null
  /** null: it asks nothing */
  requestState: GeneratedAlways<RequestState | null>
  /** 'YYYY-MM-DD' */
  reviewedOn: string | null
  reviewedBy: string | null
  /** 'YYYY-MM-DD' */
  reviewDueOn: string | null
  origin: string | null
  source: string | null
  certainty: Certainty | null
  /** Which fields were seen in the source and which were inferred. */
  fieldCertainty: JSONColumnType<Record<string, Certainty>, string | undefined>
  isDemo: Generated<boolean>
  documentId: string
  /** the words of its title and summary, as the search of the plan wants them */
  search: GeneratedAlways<string>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

/** The priorities that a measure serves beside its main one. */
export interface MeasureOtherPriorityTable {
  measureId: string
  priorityId: string
}

export interface MeasureBasicFunctionTable {
  measureId: string
  basicFunctionId: string
}

/** What municipalities do for volunteering, in the five words of the Dutch Wmo. */
export interface BasicFunctionTable {
  id: string
  position: number
  nameNl: string
  nameEn: string
  label: string
  definition: string
  source: string | null
  certainty: Certainty | null
}
