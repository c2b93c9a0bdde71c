import type { BodyMark, MandatedPerson } from '../bodies/body.shared'
import type { PlanAxis, PlanPriority } from '../plans/plan.shared'
import type { Horizon, Level, MeasureKind, MeasureStatus } from './measure.shared'
import type { ResponsibilityOnMeasure } from './responsibility.shared'

type Certainty = 'seen' | 'inferred'

export interface MeasureOptions {
  priorities: PlanPriority[]
  axes: PlanAxis[]
  bodies: BodyMark[]
  people: MandatedPerson[]
}

/** What happened, with the precision of its source: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export interface MilestoneOnMeasure {
  id: string
  date: string
  label: string
  source: string | null
  certainty: Certainty | null
  isDemo: boolean
}

export interface DecisionOnMeasure {
  id: string
  year: number
  number: number
  title: string
  /** 'YYYY-MM-DD' */
  decidedOn: string
  isDemo: boolean
  /** the version that lay on the table */
  versionNumber: number
  /** the text says something else now than it did then */
  isDrifted: boolean
}

export interface AgendaItemOnMeasure {
  id: string
  position: number
  kind: 'information' | 'discussion' | 'decision'
  title: string
  meetingId: string
  meetingTitle: string
  startsAt: Date
  isDemo: boolean
}

/** A measure with everything its page shows. */
export interface MeasureDetail {
  id: string
  planTitle: string
  priorityId: string
  priorityPosition: number
  priorityTitle: string
  axisId: string | null
  axisName: string | null
  number: number | null
  title: string
  summary: string
  kind: MeasureKind
  level: Level
  status: MeasureStatus
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
  origin: string | null
  source: string | null
  certainty: Certainty | null
  /** by field, as MeasureField names them, and 'lead' and 'involved'; a field that somebody set here is in it no more */
  fieldCertainty: Record<string, Certainty>
  isDemo: boolean
  documentId: string
  text: { html: string; hash: string }
  /** the newest frozen version; null when none was made yet */
  version: { number: number; isCurrent: boolean } | null
  responsibilities: ResponsibilityOnMeasure[]
  milestones: MilestoneOnMeasure[]
  decisions: DecisionOnMeasure[]
  agendaItems: AgendaItemOnMeasure[]
}
