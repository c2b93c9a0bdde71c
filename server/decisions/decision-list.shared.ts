import type { BodyMark } from '../bodies/body.shared'
import type { DecisionResult, DecisionWay } from './decision.shared'

/** A measure that was decided about, and whether it still says what it said then. */
export interface DecidedMeasure {
  id: string
  number: number | null
  title: string
  /** the frozen version that lay on the table */
  version: number
  /** the text says something else now */
  isMoved: boolean
}

/** Another decision, as a link names it. */
export interface NamedDecision {
  id: string
  year: number
  number: number
  title: string
}

/** What a decision takes the place of, and what took its place. */
export interface Corrections {
  corrects: NamedDecision | null
  correctedBy: NamedDecision | null
}

/** A decision as a row of the register. */
export interface DecisionInRegister extends Corrections {
  id: string
  year: number
  number: number
  title: string
  result: DecisionResult
  reachedBy: DecisionWay
  /** 'YYYY-MM-DD' */
  decidedOn: string
  meetingId: string
  meetingTitle: string
  isDemo: boolean
  measures: DecidedMeasure[]
  followUp: FollowUpCount
}

/** One page of what the filters leave. */
export interface DecisionRegister {
  decisions: DecisionInRegister[]
  total: number
  page: number
  pages: number
  /** in which anything was decided, newest first */
  years: number[]
  /** at which anything was decided, newest first */
  meetings: { id: string; title: string }[]
  /** that were decided about, by title */
  measures: { id: string; title: string }[]
}

export interface Reservation {
  id: string
  text: string
  body: BodyMark
}

/** How far what decisions change and give to do is. */
export interface FollowUpCount {
  /** effects that were applied, and actions that were done */
  settled: number
  all: number
  overdue: number
}

/** A decision where the meeting shows it, under its agenda item. */
export interface DecisionInMeeting extends Omit<DecisionInRegister, 'meetingId' | 'meetingTitle'> {
  agendaItemId: string | null
  text: string
  reservations: Reservation[]
}
