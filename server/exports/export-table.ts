/** A cell: a text, a number, or a date of any precision ('YYYY', 'YYYY-MM', 'YYYY-MM-DD') in a column of dates. */
export type ExportCell = string | number | null

export interface ExportTableColumn {
  label: string
  kind: 'text' | 'number' | 'date'
  /** in characters */
  width: number
}

/** A table on its way to a file. */
export interface ExportTable {
  name: string
  columns: ExportTableColumn[]
  rows: ExportCell[][]
}
