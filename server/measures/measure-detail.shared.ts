import type { BodyMark, MandatedPerson } from '../bodies/body.shared'
import type { PlanAxis, PlanPriority } from '../plans/plan.shared'
import type { EvidenceOnMeasure } from './evidence.shared'
import type { Horizon, Level, MeasureKind, MeasureStatus, RequestState } from './measure.shared'
import type { MilestoneOnMeasure } from './milestone.shared'
import type { ResponsibilityOnMeasure } from './responsibility.shared'

type Certainty = 'seen' | 'inferred'

export interface MeasureOptions {
  priorities: PlanPriority[]
  axes: PlanAxis[]
  bodies: BodyMark[]
  people: MandatedPerson[]
}

/** What there is to choose from for the facts that fewer measures have. */
export interface FactChoices {
  basicFunctions: BasicFunction[]
  /** whom measures of the plan are for already */
  targetGroups: string[]
  /** what this measure can be part of */
  parents: MeasureMark[]
}

/** What municipalities do for volunteering, in one of the five words of the Dutch Wmo. */
export interface BasicFunction {
  id: string
  nameNl: string
  nameEn: string
  label: string
  definition: string
  certainty: Certainty | null
}

/** A measure in a few words. */
export interface MeasureMark {
  id: string
  number: number | null
  title: string
}

/** A measure as the measure that it is part of lists it. */
export interface SubMeasure extends MeasureMark {
  status: MeasureStatus
  isDemo: boolean
  /** the body that accepted to lead it */
  lead: BodyMark | null
}

/** A measure that should have been looked through by now. */
export interface MeasureToReview {
  id: string
  title: string
  isDemo: boolean
  /** 'YYYY-MM-DD'; null: never */
  reviewedOn: string | null
  /** 'YYYY-MM-DD' */
  reviewDueOn: string
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
  /** the meeting has begun */
  isHeld: boolean
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
  /** with the precision of its source: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' */
  startsOn: string | null
  endsOn: string | null
  /** those that it serves beside the main one, in the plan's order */
  otherPriorities: { id: string; position: number; title: string }[]
  targetGroups: string[]
  basicFunctions: BasicFunction[]
  /** what it is part of, the highest first */
  ancestors: MeasureMark[]
  subMeasures: SubMeasure[]
  /** null: it asks nothing of another level */
  requestState: RequestState | null
  askedBody: BodyMark | null
  askedName: string | null
  askedOn: string | null
  answer: string | null
  answeredOn: string | null
  /** 'YYYY-MM-DD' */
  reviewedOn: string | null
  reviewedByCode: string | null
  /** 'YYYY-MM-DD' */
  reviewDueOn: string | null
  evidence: EvidenceOnMeasure[]
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
