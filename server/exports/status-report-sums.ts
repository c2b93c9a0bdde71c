import { measureStatuses } from '../measures/measure.shared'
import { confidences } from '../measures/progress.shared'
import type { PriorityReport, StatusReport } from '../rounds/status-report.shared'
import { cells, type Table } from './document-model.shared'
import type { StatusReportWords } from './status-report-words.shared'

type Sums = Omit<PriorityReport, 'position' | 'title'>

/** By priority: how many measures, answers, the average, and each status that occurs. */
export function summaryTable(report: StatusReport, words: StatusReportWords): Table {
  const { columns } = words
  const statuses = measureStatuses.filter(status => report.total.byStatus[status] > 0)
  return sumTable(report, words, {
    title: words.headings.summary,
    head: [columns.measures, columns.answered, columns.average, ...statuses.map(status => words.statuses[status])],
    read: ({ measures, answered, average, byStatus }) => [
      measures.length,
      answered,
      average === null ? null : words.percentage(average),
      ...statuses.map(status => byStatus[status]),
    ],
  })
}

/** By priority: how many measures are how sure of their aim. */
export const confidenceTable = (report: StatusReport, words: StatusReportWords): Table =>
  sumTable(report, words, {
    title: words.headings.confidence,
    head: [...confidences.map(one => words.confidences[one]), words.columns.notReported],
    read: ({ byConfidence, notReported }) => [...confidences.map(one => byConfidence[one]), notReported],
  })

function sumTable(
  { priorities, total }: StatusReport,
  { columns }: StatusReportWords,
  { title, head, read }: { title: string; head: string[]; read(sums: Sums): (number | string | null)[] },
): Table {
  const row = (label: string, sums: Sums) =>
    cells([label, ...read(sums).map(one => (one === null ? '–' : String(one)))])
  return {
    kind: 'table',
    title,
    head: [columns.priority, ...head],
    hasRowHeads: true,
    rows: [
      ...priorities.map(({ position, title, ...sums }) => row(`${position}. ${title}`, sums)),
      row(columns.total, total),
    ],
    widths: [4, ...head.map(() => 2)],
  }
}
