import type { PlanSlippage, Slip } from '../baselines/slippage.shared'
import { type MeasureStatus, measureStatuses } from '../measures/measure.shared'
import { type Confidence, confidences, finishedStatuses, type ProgressReport } from '../measures/progress.shared'
import type { Round, RoundFacts, RoundMeasure } from './round.shared'

/** How a measure stood when the previous round closed. */
export interface StoodBefore {
  measureId: string
  status: MeasureStatus
  percentage: number | null
  confidence: Confidence | null
}

/** The round before this one, with how it ended. */
export interface PreviousRound {
  id: string
  title: string
  closedAt: Date
  stood: StoodBefore[]
}

/** What is not as it was when the previous round closed. */
export interface Change {
  measure: RoundMeasure
  before: StoodBefore
  status: boolean
  percentage: boolean
  confidence: boolean
}

export interface PriorityReport {
  position: number
  title: string
  measures: RoundMeasure[]
  answered: number
  byStatus: Record<MeasureStatus, number>
  byConfidence: Record<Confidence, number>
  /** nobody ever reported on them */
  notReported: number
  /** of the measures that were reported on and not stopped, every one counting alike; null: none was */
  average: number | null
}

/** What of the measures of a round is otherwise than a baseline has it. */
export interface RoundSlippage {
  baseline: PlanSlippage['baseline']
  /** those that slipped */
  measures: (Pick<RoundMeasure, 'id' | 'number' | 'title'> & { slips: Slip[] })[]
}

/** What a round brought: for a page and for a document alike. */
export interface StatusReport extends RoundFacts {
  groupName: string
  measureCount: number
  answeredCount: number
  priorities: PriorityReport[]
  total: Omit<PriorityReport, 'position' | 'title'>
  previous: Omit<PreviousRound, 'stood'> | null
  changes: Change[]
  /** since the newest baseline, as it stood when the round closed; null: there was none */
  slippage: RoundSlippage | null
  /** the newest report says so, and the measure is not finished; what is in danger first */
  needsSupport: (RoundMeasure & { report: ProgressReport })[]
  /** bodies that still owed an answer, with what about */
  unanswered: Round['bodies']
  /** nobody carries them, so nobody could be asked */
  withoutOwner: RoundMeasure[]
}

/** Draws up the report of a round. While the round is open it says how it stands now. */
export function drawUpReport(
  round: Round,
  { previous, slippage, groupName }: Pick<StatusReport, 'slippage' | 'groupName'> & { previous: PreviousRound | null },
): StatusReport {
  const { measures, bodies, ...facts } = round
  const positions = [...new Set(measures.map(measure => measure.priorityPosition))]
  return {
    ...facts,
    groupName,
    measureCount: measures.length,
    answeredCount: measures.filter(measure => measure.isAnswered).length,
    priorities: positions.map(position => {
      const own = measures.filter(measure => measure.priorityPosition === position)
      return { position, title: own[0]?.priorityTitle ?? '', ...sumUp(own) }
    }),
    total: sumUp(measures),
    previous: previous && { id: previous.id, title: previous.title, closedAt: previous.closedAt },
    slippage,
    changes: previous ? changesSince(measures, previous) : [],
    needsSupport: measures
      .filter(hasReport)
      .filter(
        ({ status, report }) =>
          !finishedStatuses.includes(status) && ['needs-support', 'compromised'].includes(report.confidence),
      )
      .sort((one, other) => confidences.indexOf(other.report.confidence) - confidences.indexOf(one.report.confidence)),
    unanswered: bodies.filter(body => body.open.length > 0),
    withoutOwner: measures.filter(measure => measure.owners.length === 0 && !measure.isAnswered),
  }
}

const hasReport = (measure: RoundMeasure): measure is RoundMeasure & { report: ProgressReport } =>
  measure.report !== null

function sumUp(measures: RoundMeasure[]): Omit<PriorityReport, 'position' | 'title'> {
  const reported = measures.filter(hasReport)
  const counting = reported.filter(measure => measure.status !== 'stopped').map(measure => measure.report.percentage)
  return {
    measures,
    answered: measures.filter(measure => measure.isAnswered).length,
    byStatus: count(
      measureStatuses,
      measures.map(measure => measure.status),
    ),
    byConfidence: count(
      confidences,
      reported.map(measure => measure.report.confidence),
    ),
    notReported: measures.length - reported.length,
    average: counting.length > 0 ? Math.round(counting.reduce((sum, one) => sum + one, 0) / counting.length) : null,
  }
}

function count<T extends string>(all: readonly T[], found: T[]): Record<T, number> {
  return Object.fromEntries(all.map(one => [one, found.filter(other => other === one).length])) as Record<T, number>
}

function changesSince(measures: RoundMeasure[], previous: PreviousRound): Change[] {
  return measures.flatMap(measure => {
    const before = previous.stood.find(stood => stood.measureId === measure.id)
    if (!before) return []
    const change = {
      status: before.status !== measure.status,
      percentage: before.percentage !== (measure.report?.percentage ?? null),
      confidence: before.confidence !== (measure.report?.confidence ?? null),
    }
    return change.status || change.percentage || change.confidence ? [{ measure, before, ...change }] : []
  })
}
