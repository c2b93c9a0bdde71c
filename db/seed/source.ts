import type { Certainty } from '../schema/vocabulary'
import actionPlan from './action-plan.json'
import bodyList from './bodies.json'
import meetingList from './meetings.json'

/*
 * The three files are the research on the Flemish volunteer policy, unchanged: every item with its source and with whether
 * it was seen there or inferred. Their words and ids are Dutch (`codes.ts` translates); their "sector" is our body.
 */

export interface SourceBody {
  id: string
  code: string
  nameNl: string
  level: string
  kind: string
  policyDomain: string
  role: string
  certainty: string
  source: string
  formerNames?: string[]
  note?: string
}

export interface SourceMeasure {
  id: string
  number: number | null
  title: string
  origin: string
  actionDomain: string
  governmentLevel: string
  /** a contiguous range, from first to last; empty: not known */
  timing: string[]
  priorityId: string
  description: string
  leadSectorId: string
  involvedSectorIds: string[]
  status: string
  statusFacts: string[]
  indicators?: { code: string; year: number; value: number }[]
  milestones: { date: string; label: string; source: string; certainty: string }[]
  source: string
  certainty: string
  fieldCertainty: Record<
    | 'title'
    | 'actionDomain'
    | 'governmentLevel'
    | 'timing'
    | 'priorityId'
    | 'leadSectorId'
    | 'involvedSectorIds'
    | 'status',
    string
  >
}

export interface SourceAgendaItem {
  order: number
  title: string
  itemType: string
  measureIds: string[]
  preparedBySectorId: string
  summary: string | null
  decision: {
    id: string
    text: string
    result: string
    reachedBy: string
    reservations: { sectorId: string; text: string }[]
  } | null
  actionPoints: { text: string; ownerSectorId: string; dueDate: string; status: string; measureIds: string[] }[]
}

export interface SourceMeeting {
  title: string
  /** 'YYYY-MM-DD' */
  date: string
  plannedStart: string
  startedAt: string | null
  endedAt: string | null
  location: string
  status: string
  attendees: { sectorId: string; roleLabel: string; function: string; presence: string }[]
  agenda: SourceAgendaItem[]
}

export const sourceBodies: SourceBody[] = bodyList.sectors
export const sourceGroup = meetingList.body
export const sourcePlan = actionPlan
export const sourceMeasures: SourceMeasure[] = actionPlan.measures
export const sourceMeetings: SourceMeeting[] = meetingList.meetings

/** @throws Error when the files say of something neither that it was seen nor that it was inferred */
export function certaintyOf(value: string): Certainty {
  if (value === 'seen' || value === 'inferred') return value
  throw new Error(`The seed knows no certainty '${value}'`)
}
