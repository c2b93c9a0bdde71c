import type { ExportCell, ExportTable } from './export-table'

/**
 * Writes a table as separated values the way Excel in Dutch opens them with a double click: UTF-8 with its mark, semicolons
 * between cells, and otherwise as RFC 4180 has it. No cell can be taken for a formula.
 */
export function writeCsv({ columns, rows }: ExportTable): Buffer {
  const lines = [columns.map(column => column.label), ...rows].map(cells => cells.map(writeCell).join(';'))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}

function writeCell(cell: ExportCell): string {
  const text = typeof cell === 'string' ? defuse(cell) : String(cell ?? '')
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What spreadsheets calculate, also after spaces, after our own mark, and in the wide characters of Asian keyboards. */
const formula = /^['\s]*[=+\-@\t\r\n＝＋－＠]/

/** Puts an apostrophe before what a spreadsheet would calculate; `plainCell` takes it away. */
const defuse = (text: string) => (formula.test(text) ? `'${text}` : text)

/** @returns a cell as it was before `writeCsv` put an apostrophe before it */
export const plainCell = (text: string): string => (/^'/.test(text) && formula.test(text) ? text.slice(1) : text)
