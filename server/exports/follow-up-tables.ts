import type { MeasureSlippage, Slip } from '../baselines/slippage.shared'
import { dependencyColumns, reportColumns, slipColumns } from './columns.shared'
import type { ExportTable } from './export-table'
import type { ExportedDependency, ExportedReport, PlanExport } from './read-plan-export'
import { date, number, text, toTable } from './to-table'
import type { ExportWords } from './words.shared'

/** Every report on how far a measure is, the newest first, as a table. */
export function reportTable({ measures, reports }: PlanExport, words: ExportWords): ExportTable {
  const measureOf = new Map(measures.map(measure => [measure.id, measure]))
  const corrected = new Set(reports.map(report => report.correctsId))
  return toTable<(typeof reportColumns)[number], ExportedReport>(
    words.sheets.reports,
    reportColumns,
    {
      measureNumber: { ...number(6), read: row => measureOf.get(row.measureId)?.number ?? null },
      measure: { ...text(48), read: row => measureOf.get(row.measureId)?.title ?? null },
      reportedFor: { ...text(12), read: row => row.bodyCode },
      reportedOn: { ...date, read: row => row.reportedOn },
      status: { ...text(18), read: row => words.statuses[row.status] },
      percentage: { ...number(10), read: row => row.percentage },
      confidence: { ...text(16), read: row => words.confidences[row.confidence] },
      achieved: { ...text(50), read: row => row.achieved },
      hindrance: { ...text(50), read: row => row.hindrance },
      upcoming: { ...text(50), read: row => row.upcoming },
      reportedBy: { ...text(12), read: row => row.byCode },
      corrected: { ...text(10), read: row => (corrected.has(row.id) ? words.yes : null) },
      demo: { ...text(6), read: row => (row.isDemo ? words.yes : null) },
      measureId: { ...text(38), read: row => row.measureId },
    },
    reports,
    words,
  )
}

/** What is otherwise than the newest baseline has it, a row each. */
export function slippageTable({ slippage }: PlanExport, words: ExportWords): ExportTable {
  const rows = slippage?.measures.flatMap(measure => measure.slips.map(slip => ({ measure, slip }))) ?? []
  return toTable<(typeof slipColumns)[number], { measure: MeasureSlippage; slip: Slip }>(
    words.sheets.slippage,
    slipColumns,
    {
      measureNumber: { ...number(6), read: row => row.measure.number },
      measure: { ...text(48), read: row => row.measure.title },
      baseline: { ...text(24), read: () => slippage?.baseline.name ?? null },
      slipKind: { ...text(12), read: row => words.slipKinds[row.slip.kind] },
      slipped: { ...text(40), read: row => words.slip.what(row.slip) },
      was: { ...text(26), read: row => words.slip.was(row.slip) },
      now: { ...text(26), read: row => words.slip.now(row.slip) },
      shift: { ...text(26), read: row => words.slip.shift(row.slip) },
      measureId: { ...text(38), read: row => row.measure.measureId },
    },
    rows,
    words,
  )
}

/** How measures hang together, each read from left to right. */
export function dependencyTable({ dependencies }: PlanExport, words: ExportWords): ExportTable {
  return toTable<(typeof dependencyColumns)[number], ExportedDependency>(
    words.sheets.dependencies,
    dependencyColumns,
    {
      measureNumber: { ...number(6), read: row => row.measureNumber },
      measure: { ...text(48), read: row => row.measureTitle },
      relation: { ...text(26), read: row => words.relations[row.kind] },
      otherNumber: { ...number(6), read: row => row.otherNumber },
      otherMeasure: { ...text(48), read: row => row.otherTitle },
      note: { ...text(50), read: row => row.note },
      demo: { ...text(6), read: row => (row.isDemo ? words.yes : null) },
      measureId: { ...text(38), read: row => row.measureId },
      otherId: { ...text(38), read: row => row.otherId },
    },
    dependencies,
    words,
  )
}
