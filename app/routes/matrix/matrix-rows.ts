import { type Level, levels } from '#server/measures/measure.shared'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import { type MatrixCell, sumOf } from '#server/measures/measure-matrix.shared'
import type { Plan } from '#server/plans/plan.shared'

export interface MatrixRow {
  /** as the filter has it: the axis' number, or 'none' */
  axis: string
  /** null: under no axis */
  name: string | null
  cells: { level: Level; cell: MatrixCell | undefined }[]
}

/**
 * Lays the cells out. What the filters leave out has no row or column, so that an empty cell says that nothing was seen
 * there, and not that nobody looked.
 */
export function matrixOf(plan: Plan, cells: MatrixCell[], filters: MeasureFilters) {
  const columns = levels.filter(level => !filters.level || filters.level.includes(level))
  const axes = [
    ...plan.axes.map(({ id, position, name }) => ({ id, axis: position, name })),
    // Its own row, but only where there is one: that a measure has no axis is nothing to aim for.
    ...(cells.some(cell => cell.axisId === null) ? [{ id: null, axis: 'none' as const, name: null }] : []),
  ]
  const rows = axes
    .filter(({ axis }) => !filters.axis || filters.axis.includes(axis))
    .map(
      ({ id, axis, name }): MatrixRow => ({
        axis: String(axis),
        name,
        cells: columns.map(level => ({
          level,
          cell: cells.find(cell => cell.axisId === id && cell.level === level),
        })),
      }),
    )
  const ofColumn = (level: Level) => sumOf(cells.filter(cell => cell.level === level))
  return { columns: columns.map(level => ({ level, sum: ofColumn(level) })), rows }
}

export const sumOfRow = (row: MatrixRow) => sumOf(row.cells.flatMap(({ cell }) => cell ?? []))
