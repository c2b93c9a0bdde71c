import type { ProgressReport } from '../measures/progress.shared'
import type { RoundMeasure } from '../rounds/round.shared'
import type { StatusReport } from '../rounds/status-report.shared'
import { type Block, cells, type DocumentModel, paragraph, paragraphs, type Table } from './document-model.shared'
import { confidenceTable, summaryTable } from './status-report-sums'
import type { StatusReportWords } from './status-report-words.shared'

/** What a round of updates brought, as a document: what its page says, in the same order. */
export function statusReportDocument(report: StatusReport, madeAt: Date, words: StatusReportWords): DocumentModel {
  const { facts, headings } = words
  const title = words.title(report.title)
  return {
    title,
    subtitle: report.groupName,
    language: words.language,
    author: report.groupName,
    madeAt,
    facts: [
      [facts.plan, report.planTitle],
      [facts.asked, `${report.openedByCode}, ${words.date(report.openedAt)}`],
      [facts.dueOn, words.date(report.dueOn)],
      [facts.answered, words.answeredOf(report.answeredCount, report.measureCount)],
      [facts.state, words.state(report.closedAt)],
      ...(report.isDemo ? [[words.demo, words.yes] as [string, string]] : []),
    ],
    footer: `${report.groupName} · ${title} · ${words.date(report.closedAt ?? madeAt)}`,
    words,
    isShort: true,
    blocks: [
      ...(report.conclusion ? [heading(headings.conclusion), ...paragraphs(report.conclusion)] : []),
      heading(headings.summary),
      summaryTable(report, words),
      paragraph(words.averageRule, 'quiet'),
      confidenceTable(report, words),
      heading(headings.needsSupport),
      ...needsSupport(report, words),
      ...changes(report, words),
      ...slippage(report, words),
      heading(headings.unanswered),
      ...unanswered(report, words),
      heading(headings.all),
      ...allMeasures(report, words),
    ],
  }
}

const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({ kind: 'heading', level, text })
const named = ({ number, title }: Pick<RoundMeasure, 'number' | 'title'>) => (number ? `${number}. ${title}` : title)

const table = (title: string, head: string[], rows: (string | null)[][], widths: number[]): Table => ({
  kind: 'table',
  title,
  head,
  hasRowHeads: true,
  rows: rows.map(cells),
  widths,
})

const by = ({ bodyCode, byCode, reportedAt, isDemo }: ProgressReport, words: StatusReportWords) =>
  [bodyCode ?? byCode, words.date(reportedAt), isDemo && words.demo.toLowerCase()].filter(Boolean).join(', ')

const stood = (
  {
    status,
    percentage,
    confidence,
  }: { status: RoundMeasure['status'] } & Partial<
    Record<'percentage', number | null> & Record<'confidence', ProgressReport['confidence'] | null>
  >,
  words: StatusReportWords,
) =>
  [
    words.statuses[status],
    percentage == null ? null : words.percentage(percentage),
    words.confidences[confidence ?? 'none'],
  ]
    .filter(Boolean)
    .join(', ')

function needsSupport({ needsSupport }: StatusReport, words: StatusReportWords): Block[] {
  const { columns, headings } = words
  if (needsSupport.length === 0) return [paragraph(words.none.needsSupport)]
  const rows = needsSupport.map(measure => [
    named(measure),
    words.confidences[measure.report.confidence],
    measure.report.hindrance,
    measure.report.upcoming,
    by(measure.report, words),
  ])
  const head = [columns.measure, columns.confidence, columns.hindrance, columns.upcoming, columns.by]
  return [table(headings.needsSupport, head, rows, [3, 2, 3, 3, 2])]
}

function changes({ previous, changes }: StatusReport, words: StatusReportWords): Block[] {
  if (!previous) return []
  const title = words.changes(previous.title, words.date(previous.closedAt))
  if (changes.length === 0) return [heading(title), paragraph(words.none.changes)]
  const rows = changes.map(({ measure, before }) => [
    named(measure),
    stood(before, words),
    stood({ ...measure.report, status: measure.status }, words),
  ])
  const { measure, before, now } = words.columns
  return [heading(title), table(title, [measure, before, now], rows, [4, 3, 3])]
}

function slippage({ slippage }: StatusReport, words: StatusReportWords): Block[] {
  if (!slippage) return []
  const { columns, slip } = words
  const title = words.slippage(slippage.baseline.name, words.date(slippage.baseline.datedOn))
  if (slippage.measures.length === 0) return [heading(title), paragraph(words.none.slippage)]
  const rows = slippage.measures.flatMap(measure =>
    measure.slips.map(one => [named(measure), slip.what(one), slip.was(one), slip.now(one), slip.shift(one)]),
  )
  const head = [columns.measure, columns.slipped, columns.was, columns.now, columns.shift]
  return [heading(title), table(title, head, rows, [3, 3, 2, 2, 2])]
}

function unanswered({ unanswered, withoutOwner }: StatusReport, words: StatusReportWords): Block[] {
  const { columns, headings } = words
  const rows = unanswered.map(({ code, name, open, remindedAt }) => [
    `${code} · ${name}`,
    open.map(({ title }) => title).join('; '),
    remindedAt.map(words.date).join(', '),
  ])
  return [
    rows.length === 0
      ? paragraph(words.none.unanswered)
      : table(headings.unanswered, [columns.body, columns.owes, columns.reminded], rows, [3, 5, 2]),
    ...(withoutOwner.length > 0
      ? [
          heading(headings.withoutOwner, 2),
          {
            kind: 'list' as const,
            isNumbered: false,
            start: 1,
            items: withoutOwner.map(measure => ({ blocks: [paragraph(named(measure))] })),
          },
        ]
      : []),
  ]
}

function allMeasures({ priorities }: StatusReport, words: StatusReportWords): Block[] {
  return priorities.flatMap(({ position, title, measures }) => [
    heading(`${position}. ${title}`, 2),
    ...measures.flatMap(measure => [heading(named(measure), 3), ...reported(measure, words)]),
  ])
}

function reported({ owners, status, report, isAnswered }: RoundMeasure, words: StatusReportWords): Block[] {
  const { columns } = words
  const line = [
    owners.map(({ code }) => code).join(', '),
    stood({ ...report, status }, words),
    report && by(report, words),
    isAnswered ? null : words.none.reported,
  ]
  const said = (report ? (['achieved', 'hindrance', 'upcoming'] as const) : []).flatMap((field): Block[] =>
    report?.[field]
      ? [{ kind: 'paragraph', runs: [{ text: `${columns[field]} `, bold: true }, { text: report[field] }] }]
      : [],
  )
  return [paragraph(line.filter(Boolean).join(' · '), 'quiet'), ...said]
}
