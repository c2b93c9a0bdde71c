import type { StatusReport } from '../rounds/status-report.shared'
import type { ExportTable } from './export-table'
import type { StatusReportWords } from './status-report-words.shared'
import { number, text } from './to-table'
import type { AboutSheet } from './write-xlsx'

/** Every measure of a round with what was said of it, a row each. */
export function reportedTable({ priorities }: StatusReport, words: StatusReportWords): ExportTable {
  const { columns } = words
  return {
    name: words.sheets.measures,
    columns: [
      { label: columns.number, ...number(6) },
      { label: columns.measure, ...text(48) },
      { label: columns.priority, ...text(34) },
      { label: columns.owners, ...text(16) },
      { label: columns.answer, ...text(10) },
      { label: columns.status, ...text(18) },
      { label: columns.percentage, ...number(10) },
      { label: columns.confidence, ...text(16) },
      { label: columns.achieved, ...text(50) },
      { label: columns.hindrance, ...text(50) },
      { label: columns.upcoming, ...text(50) },
      { label: columns.by, ...text(20) },
    ],
    rows: priorities.flatMap(({ position, title, measures }) =>
      measures.map(measure => {
        const { report } = measure
        return [
          measure.number,
          measure.title,
          `${position}. ${title}`,
          measure.owners.map(({ code }) => code).join('; '),
          measure.isAnswered ? words.yes : null,
          words.statuses[measure.status],
          report?.percentage ?? null,
          report ? words.confidences[report.confidence] : null,
          report?.achieved ?? null,
          report?.hindrance ?? null,
          report?.upcoming ?? null,
          report ? `${report.bodyCode ?? report.byCode}, ${words.date(report.reportedAt)}` : null,
        ]
      }),
    ),
  }
}

/** Who did not report, on what. */
export const unansweredTable = ({ unanswered }: StatusReport, words: StatusReportWords): ExportTable => ({
  name: words.sheets.bodies,
  columns: [
    { label: words.columns.body, ...text(44) },
    { label: words.columns.owes, ...text(60) },
    { label: words.columns.reminded, ...text(24) },
  ],
  rows: unanswered.flatMap(({ code, name, open, remindedAt }) =>
    open.map(({ title }) => [`${code} · ${name}`, title, remindedAt.map(words.date).join(', ')]),
  ),
})

/** What slipped since the baseline, a row each. */
export const slippedTable = ({ slippage }: StatusReport, words: StatusReportWords): ExportTable => ({
  name: words.sheets.slippage,
  columns: [
    { label: words.columns.number, ...number(6) },
    { label: words.columns.measure, ...text(48) },
    { label: words.columns.slipped, ...text(40) },
    { label: words.columns.was, ...text(26) },
    { label: words.columns.now, ...text(26) },
    { label: words.columns.shift, ...text(26) },
  ],
  rows: (slippage?.measures ?? []).flatMap(({ number, title, slips }) =>
    slips.map(slip => [
      number,
      title,
      words.slip.what(slip),
      words.slip.was(slip),
      words.slip.now(slip),
      words.slip.shift(slip),
    ]),
  ),
})

/** What the workbook says of itself. */
export const aboutReport = (report: StatusReport, words: StatusReportWords): AboutSheet => ({
  name: words.sheets.about,
  rows: [
    [words.facts.plan, report.planTitle],
    [words.title(report.title), report.groupName],
    [words.facts.dueOn, words.date(report.dueOn)],
    [words.facts.answered, words.answeredOf(report.answeredCount, report.measureCount)],
    [words.facts.state, words.state(report.closedAt)],
    ...(report.conclusion ? [[words.headings.conclusion, report.conclusion] as [string, string]] : []),
  ],
})
