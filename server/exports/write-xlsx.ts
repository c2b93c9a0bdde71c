import writeExcelFile from 'write-excel-file/node'
import type { ExportCell, ExportTable, ExportTableColumn } from './export-table'

/** A sheet that explains the others: label and text, a row each. */
export interface AboutSheet {
  name: string
  rows: [label: string, text: string | number][]
}

/** The most characters that Excel takes in a cell. */
const LONGEST_CELL = 32_767

/**
 * Writes tables as a workbook, a sheet each, with what explains them on the second. Numbers and days are numbers and days;
 * every text is a text, whatever it begins with.
 */
export async function writeXlsx([first, ...others]: ExportTable[], about: AboutSheet): Promise<Buffer> {
  const sheets = [first && toSheet(first), aboutSheet(about), ...others.map(toSheet)]
  return writeExcelFile(sheets.filter(sheet => sheet !== undefined)).toBuffer()
}

const toSheet = ({ name, columns, rows }: ExportTable) => ({
  sheet: sheetName(name),
  stickyRowsCount: 1,
  columns: columns.map(({ width }) => ({ width })),
  data: [
    columns.map(({ label }) => ({
      value: label,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#ECEEF0',
    })),
    ...rows.map(row => row.map((cell, index) => toCell(cell, columns[index]))),
  ],
})

const aboutSheet = ({ name, rows }: AboutSheet) => ({
  sheet: sheetName(name),
  columns: [{ width: 26 }, { width: 90 }],
  data: rows.map(([label, text]) => [
    { value: label, type: String, fontWeight: 'bold' as const, alignVertical: 'top' as const },
    typeof text === 'number' ? { value: text, type: Number, align: 'left' as const } : textCell(text),
  ]),
})

function toCell(cell: ExportCell, column: ExportTableColumn | undefined) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const }
  if (column?.kind === 'date' && cell.length === 10) {
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' as const }
  }
  return textCell(cell)
}

// '@': it stays a text when somebody changes it.
const textCell = (text: string) => ({
  value: withoutControls(text).slice(0, LONGEST_CELL),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top' as const,
})

/** XML has no place for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const withoutControls = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** Excel refuses some characters and more than 31. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
