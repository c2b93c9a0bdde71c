import type { FileMeasures } from './file-measures'
import { normalName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import type { MeasureRef } from './judged-row'
import { isTable } from './pick-sheets'
import type { SideSheet, TableColumn, TablePreview, TableRowOutcome } from './sheets.shared'

/** A row of a sheet beside that of the measures, while it is judged. */
export class SheetRow<Column extends TableColumn> {
  readonly errors: TableRowOutcome['errors'] = []
  readonly notes: TableRowOutcome['notes'] = []
  readonly changes: { field: Column; before: string; after: string }[] = []
  title = ''
  measureId: string | null = null
  isSkipped = false

  constructor(
    /** as a spreadsheet counts: the head is 1 */
    readonly number: number,
    private readonly cells: Map<Column, { label: string; text: string }>,
  ) {}

  cell(column: Column): string {
    return this.cells.get(column)?.text ?? ''
  }

  fail(column: Column, reason: string): void {
    this.errors.push(this.about(column, reason))
  }

  /** Takes the row, but not this of it. */
  note(column: Column, reason: string): void {
    this.notes.push(this.about(column, reason))
  }

  change(field: Column, before: string, after: string): void {
    this.changes.push({ field, before, after })
  }

  /** The measure that the row is about; one that is not brought in takes the row with it. */
  measure(measures: FileMeasures, [id, number, title]: [Column, Column, Column]): MeasureRef | undefined {
    const found = measures.find({ id: this.cell(id), number: this.cell(number), title: this.cell(title) })
    this.title ||= this.cell(title)
    if (!found) this.fail(title, 'unknown-measure')
    else if (found.isOut) this.isSkipped = true
    else {
      this.measureId ??= found.id
      return found
    }
    return undefined
  }

  private about(column: Column, reason: string) {
    const { label = column, text = '' } = this.cells.get(column) ?? {}
    return { column: label, value: text.slice(0, 200), reason }
  }
}

/** What a sheet brings in: its rows as a preview shows them, each with what has to be done for it, if anything. */
export type JudgedTable<Work> = TablePreview<TableRowOutcome & { work: Work | undefined }>

/**
 * Goes through the rows of a sheet. `judge` says what has to be done for a row; undefined where that is nothing. `check` may
 * then find rows wrong because of one another.
 */
export function judgeSheet<Column extends TableColumn, Work extends { isNew: boolean }>(
  { name, kind, header, rows }: SideSheet,
  { tables }: ImportVocabulary,
  judge: (row: SheetRow<Column>) => Work | undefined,
  check?: () => void,
): JudgedTable<Work> {
  if (!isTable(kind)) throw new Error(`a sheet of ${kind} is not brought in`)
  const columns = header.map(label => tables[kind][normalName(label)] as Column | undefined)
  const judged = rows.flatMap((cells, index) => {
    if (!cells.some(Boolean)) return []
    const named = columns.flatMap((column, at): [Column, { label: string; text: string }][] =>
      column ? [[column, { label: header[at] ?? '', text: cells[at] ?? '' }]] : [],
    )
    const row = new SheetRow<Column>(index + 2, new Map(named))
    return [{ row, work: judge(row) }]
  })
  check?.()
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0, skipped: 0 }
  const outcomes = judged.map(({ row: { number, title, measureId, changes, errors, notes, isSkipped }, work }) => {
    const done = work ? (work.isNew ? 'new' : 'changed') : 'unchanged'
    const state = isSkipped ? ('skipped' as const) : errors.length > 0 ? ('error' as const) : done
    counts[state]++
    const isDone = state === 'new' || state === 'changed'
    return { row: number, title, state, measureId, changes, errors, notes, work: isDone ? work : undefined }
  })
  return { kind, sheet: name, rows: outcomes as JudgedTable<Work>['rows'], counts }
}
