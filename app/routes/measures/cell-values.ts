import { type CellField, type CellValue, cellFields } from '#server/measures/cells.shared'
import { type HorizonRange, horizonEnds, horizonRange } from '#server/measures/measure.shared'
import type { MeasureInList } from '#server/measures/measure-list.shared'
import type { TableColumn } from '#server/measures/table-view.shared'

/** One cell, as somebody changes it. */
export interface CellEdit {
  measureId: string
  field: CellField
  before: CellValue
  value: CellValue
}

export const cellKey = ({ measureId, field }: { measureId: string; field: string }) => `${measureId} ${field}`

/** The field that a column changes; undefined where it cannot be changed in place. */
export const fieldOf = (column: TableColumn | string): CellField | undefined =>
  cellFields.find(field => field === column)

/** What a measure has in a field, as a change speaks of it. */
export function cellValueOf(measure: MeasureInList, field: CellField): CellValue {
  switch (field) {
    case 'axis':
      return measure.axisId
    case 'priority':
      return measure.priorityId
    case 'horizon':
      return horizonRange(measure)
    default:
      return measure[field]
  }
}

/** The measure as it will be once that is stored; what somebody sets is no longer marked as inferred. */
export function withValue<Measure extends MeasureInList>(
  measure: Measure,
  field: CellField,
  value: CellValue,
): Measure {
  const { [field]: _, ...fieldCertainty } = measure.fieldCertainty
  switch (field) {
    case 'axis':
      return { ...measure, fieldCertainty, axisId: value as string | null }
    case 'priority':
      return { ...measure, fieldCertainty, priorityId: value as string }
    case 'horizon':
      return { ...measure, fieldCertainty, ...horizonEnds(value as HorizonRange | null) }
    default:
      return { ...measure, fieldCertainty, [field]: value }
  }
}
