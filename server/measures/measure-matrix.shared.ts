import type { Level, MeasureStatus } from './measure.shared'
import type { LeadInList } from './measure-list.shared'

/** How many measures, and how they stand. */
export interface MatrixCount {
  count: number
  statuses: Partial<Record<MeasureStatus, number>>
  /** with a milestone that is late */
  late: number
  /** that nobody has accepted to lead */
  withoutLead: number
  /** how many discussions of them are open */
  openThreads: number
}

/** The measures of one axis and one level. */
export interface MatrixCell extends MatrixCount {
  /** null: under no axis */
  axisId: string | null
  level: Level
  /** the measures themselves, where they are few enough to be read */
  measures: MatrixMeasure[]
}

export interface MatrixMeasure {
  id: string
  number: number | null
  title: string
  status: MeasureStatus
  openThreads: number
  lead: Pick<LeadInList, 'code' | 'name' | 'colour' | 'isAccepted'> | null
}

/** So many measures can still be read in a cell. */
export const READABLE_IN_CELL = 8

/** @returns what several cells hold together */
export function sumOf(cells: MatrixCount[]): MatrixCount {
  const sum: MatrixCount = { count: 0, statuses: {}, late: 0, withoutLead: 0, openThreads: 0 }
  for (const { count, statuses, late, withoutLead, openThreads } of cells) {
    sum.count += count
    sum.late += late
    sum.withoutLead += withoutLead
    sum.openThreads += openThreads
    for (const [status, many] of Object.entries(statuses) as [MeasureStatus, number][]) {
      sum.statuses[status] = (sum.statuses[status] ?? 0) + many
    }
  }
  return sum
}
