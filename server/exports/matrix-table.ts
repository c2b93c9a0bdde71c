import { levels, measureStatuses } from '../measures/measure.shared'
import type { ExportCell, ExportTable } from './export-table'
import type { PlanExport } from './read-plan-export'
import { number, text } from './to-table'
import type { ExportWords } from './words.shared'

/**
 * How many measures there are under each axis at each level, and how they stand. Where none was seen the cells are empty: that
 * is not the same as none. What the filters leave out has no row.
 */
export function matrixTable({ plan, matrix, filters }: PlanExport, words: ExportWords): ExportTable {
  const { columns, document, statuses } = words
  const axes = [
    ...(plan?.axes ?? []).map(({ id, position, name }) => ({ id, axis: position, name })),
    ...(matrix.some(cell => cell.axisId === null) ? [{ id: null, axis: 'none' as const, name: words.noAxis }] : []),
  ]
  const rows = axes
    .filter(({ axis }) => !filters.axis || filters.axis.includes(axis))
    .flatMap(({ id, name }) =>
      levels
        .filter(level => !filters.level || filters.level.includes(level))
        .map((level): ExportCell[] => {
          const cell = matrix.find(one => one.axisId === id && one.level === level)
          const counts = cell
            ? [cell.count, ...measureStatuses.map(status => cell.statuses[status] ?? 0), cell.late, cell.withoutLead]
            : Array.from({ length: measureStatuses.length + 3 }, () => null)
          return [name, words.levels[level], ...counts]
        }),
    )
  const counted = [document.totals.measures, ...measureStatuses.map(status => statuses[status])]
  return {
    name: words.sheets.matrix,
    columns: [
      { label: columns.axis, ...text(30) },
      { label: columns.level, ...text(12) },
      ...[...counted, document.totals.late, document.totals.noLead].map(label => ({ label, ...number(13) })),
    ],
    rows,
  }
}
