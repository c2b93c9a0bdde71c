import type { MeasureChange } from '../measures/measure.shared'
import { type CellError, type ImportChoices, type ImportField, normalName, type RowOutcome } from './import.shared'
import type { SideSheet } from './sheets.shared'

export interface ImportSource {
  header: string[]
  rows: string[][]
  mapping: (ImportField | null)[]
  choices: ImportChoices
  /** of a workbook: those beside that of the measures */
  sheets: SideSheet[]
}

/** A row with what has to be done for it. */
export interface JudgedRow extends RowOutcome {
  /** of a measure that is there: what to change */
  edits: MeasureChange[]
  /** of a new one: what it has; a priority or axis that has yet to be made is in `makes` */
  values: Partial<Record<ImportField, unknown>>
  makes: Partial<Record<'priority' | 'axis', string>>
  /** of a new one: the other priorities that have yet to be made */
  makesOthers: string[]
  /** the measure that it has to become part of */
  parent: MeasureRef | null
  /** bodies that are asked to lead it */
  leads: string[]
  cells: Partial<Record<ImportField, string>>
  /** of a new one, as an export says them */
  certainty: 'seen' | 'inferred' | null
  inferred: ImportField[]
  isDemo: boolean
}

/** A measure that a file speaks of: one of the plan, or one that a row of the file makes. */
export interface MeasureRef {
  /** null: it has yet to be made */
  id: string | null
  row: JudgedRow | null
  /** the same for every mention of it */
  key: string
  /** its row is not brought in, and it is not in the plan */
  isOut: boolean
}

export const refOf = (row: JudgedRow): MeasureRef => ({
  id: row.measureId,
  row,
  key: row.measureId ?? `row ${row.row}`,
  isOut: row.measureId === null && (row.state === 'error' || row.state === 'skipped'),
})

export const stateOf = ({ measureId, changes }: Pick<JudgedRow, 'measureId' | 'changes'>) =>
  !measureId ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'

/** Under the name that the file has for the column. */
export function cellError(
  { header, mapping }: Pick<ImportSource, 'header' | 'mapping'>,
  field: ImportField,
  { reason, value }: { reason: string; value: string },
): CellError {
  return { column: header[mapping.indexOf(field)] || field, value: value.slice(0, 200), reason }
}

/** What a priority or axis is called without its number. */
export const bareName = (name: string) =>
  name
    .trim()
    .replace(/^\d+\.\s+/, '')
    .slice(0, 200)

/** The same for every way to write a priority or axis that is not there yet. */
export const placeKey = (name: string) => normalName(bareName(name))
