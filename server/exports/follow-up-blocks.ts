import type { MeasureSlippage } from '../baselines/slippage.shared'
import { type Block, paragraph, type Run } from './document-model.shared'
import type { ExportedMeasure, ExportedReport, PlanExport } from './read-plan-export'
import type { ExportWords } from './words.shared'

const line = (text: string | null | undefined): Run[] => (text ? [{ text }] : [])

/** How far a measure is, as it was said last. */
export function progressBlock(report: ExportedReport, words: ExportWords): Block {
  const { columns, document } = words
  const by = [report.bodyCode ?? report.byCode, words.date(report.reportedOn)].join(', ')
  const facts: [string, string][] = [
    [columns.percentage, document.percentage(report.percentage)],
    [columns.confidence, words.confidences[report.confidence]],
    [columns.achieved, report.achieved],
    [columns.hindrance, report.hindrance],
    [columns.upcoming, report.upcoming],
    [columns.reportedOn, report.isDemo ? `${by} (${words.about.demo.toLowerCase()})` : by],
  ]
  return {
    kind: 'table',
    title: document.progress,
    head: null,
    hasRowHeads: true,
    rows: facts.filter(([, text]) => text).map(([label, text]) => [line(label), line(text)]),
    widths: [3, 9],
  }
}

/** What of a measure is otherwise than the baseline has it. */
export function slippageBlock({ slips }: MeasureSlippage, baseline: string, words: ExportWords): Block {
  const { columns, document, slip } = words
  return {
    kind: 'table',
    title: document.since(baseline),
    head: [document.since(baseline), columns.was, columns.now, columns.shift],
    hasRowHeads: false,
    rows: slips.map(one => [slip.what(one), slip.was(one), slip.now(one), slip.shift(one)].map(line)),
    widths: [4, 3, 3, 3],
  }
}

/** The first chapter: by priority, how many measures there are, and what of them asks for attention. */
export function overview(exported: PlanExport, words: ExportWords): Block[] {
  const { plan, measures, slippage } = exported
  const { columns, document } = words
  const { totals } = document
  const count = counter(exported)
  const shown = (plan?.priorities ?? []).filter(({ id }) => measures.some(({ priorityId }) => priorityId === id))
  const row = (label: string, some: ExportedMeasure[]) => [line(label), ...count(some).map(one => line(String(one)))]
  const labels = [totals.measures, totals.done, totals.noLead, totals.late, totals.endangered]
  return [
    { kind: 'heading', level: 1, text: document.inShort, isListed: true, onNewPage: true },
    ...(slippage
      ? [paragraph(document.baselineOf(slippage.baseline.name, words.date(slippage.baseline.datedOn)), 'quiet')]
      : []),
    {
      kind: 'table',
      title: document.countedPerPriority,
      head: [columns.priority, ...labels, ...(slippage ? [totals.slipped] : [])],
      hasRowHeads: true,
      rows: [
        ...shown.map(({ id, position, title }) =>
          row(
            `${position}. ${title}`,
            measures.filter(measure => measure.priorityId === id),
          ),
        ),
        row(totals.all, measures),
      ],
      widths: [4, ...labels.map(() => 2), ...(slippage ? [2] : [])],
    },
    ...(slippage && slippage.measures.length > 0 ? [allSlips(slippage, words)] : []),
  ]
}

function allSlips({ measures, baseline }: NonNullable<PlanExport['slippage']>, words: ExportWords): Block {
  const { columns, document, slip } = words
  return {
    kind: 'table',
    title: document.since(baseline.name),
    head: [columns.measure, columns.slipped, columns.was, columns.now, columns.shift],
    hasRowHeads: true,
    rows: measures.flatMap(({ number, title, slips }) =>
      slips.map(one =>
        [number ? `${number}. ${title}` : title, slip.what(one), slip.was(one), slip.now(one), slip.shift(one)].map(
          line,
        ),
      ),
    ),
    widths: [4, 3, 2, 2, 2],
  }
}

/** @returns how many of some measures are done, without lead, late, in danger, slipped */
function counter({ responsibilities, milestones, reports, slippage }: PlanExport) {
  const led = new Set(
    responsibilities.filter(({ role, state }) => role === 'lead' && state === 'accepted').map(row => row.measureId),
  )
  const late = new Set(milestones.filter(({ state }) => state === 'late').map(row => row.measureId))
  const slipped = new Set(slippage?.measures.map(({ measureId }) => measureId))
  const newest = newestReports(reports)
  const isEndangered = ({ id, status }: ExportedMeasure) =>
    status !== 'done' &&
    status !== 'stopped' &&
    ['needs-support', 'compromised'].includes(newest.get(id)?.confidence ?? '')
  return (some: ExportedMeasure[]) => {
    const number = (holds: (measure: ExportedMeasure) => boolean) => some.filter(holds).length
    return [
      some.length,
      number(({ status }) => status === 'done'),
      number(({ id }) => !led.has(id)),
      number(({ id }) => late.has(id)),
      number(isEndangered),
      ...(slippage ? [number(({ id }) => slipped.has(id))] : []),
    ]
  }
}

/** Reports come with the newest first. */
export function newestReports(reports: ExportedReport[]): Map<string, ExportedReport> {
  const newest = new Map<string, ExportedReport>()
  for (const report of reports) if (!newest.has(report.measureId)) newest.set(report.measureId, report)
  return newest
}
