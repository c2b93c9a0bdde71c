import type { ExportCell, ExportTable, ExportTableColumn } from './export-table'

/** A column of a kind of record: how it is read from one. */
export type Columns<Name extends string, Row> = Record<
  Name,
  Omit<ExportTableColumn, 'label'> & { read: (row: Row) => ExportCell }
>

export const text = (width: number) => ({ kind: 'text' as const, width })
export const number = (width: number) => ({ kind: 'number' as const, width })
export const date = { kind: 'date' as const, width: 12 }

/** Reads the columns that are shown from each row. */
export function toTable<Name extends string, Row>(
  name: string,
  shown: readonly Name[],
  columns: Columns<Name, Row>,
  rows: Row[],
  words: { columns: Record<Name, string> },
): ExportTable {
  return {
    name,
    columns: shown.map(column => {
      const { kind, width } = columns[column]
      return { label: words.columns[column], kind, width }
    }),
    rows: rows.map(row => shown.map(column => columns[column].read(row))),
  }
}
