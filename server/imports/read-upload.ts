import { fileTypeFromBuffer } from 'file-type'
import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { DomainError } from '../errors'
import { plainCell } from '../exports/write-csv'
import { checkZip } from './check-zip'
import { IMPORT_COLUMN_LIMIT, IMPORT_FILE_LIMIT, IMPORT_ROW_LIMIT } from './import.shared'
import { readDocx } from './read-docx'

/** A sheet of a file; every cell as text, days as 'YYYY-MM-DD'. */
export interface UploadedSheet {
  name: string
  header: string[]
  rows: string[][]
}

const office = 'application/vnd.openxmlformats-officedocument'

/**
 * Reads a workbook, separated values or a Word file; which of them is found out from the content.
 * @returns its sheets that hold something
 * @throws DomainError `invalid` `file-missing`, `import-file-type`, `file-broken`, `file-empty`; `too-large` `import-too-large`,
 *   `file-unpacked-too-large`, `too-many-rows`
 */
export async function readUpload(file: Buffer): Promise<UploadedSheet[]> {
  if (file.length === 0) throw new DomainError('invalid', 'file-missing', 'file')
  if (file.length > IMPORT_FILE_LIMIT) throw new DomainError('too-large', 'import-too-large', 'file')
  const sheets = (await read(file)).map(toSheet).filter(sheet => sheet.rows.length > 0)
  if (sheets.length === 0) throw new DomainError('invalid', 'file-empty', 'file')
  return sheets
}

async function read(file: Buffer): Promise<{ name: string; table: unknown[][] }[]> {
  const type = await fileTypeFromBuffer(file)
  if (!type && isText(file)) return [{ name: '', table: readCsv(file) }]
  if (type?.mime !== `${office}.spreadsheetml.sheet` && type?.mime !== `${office}.wordprocessingml.document`)
    throw new DomainError('invalid', 'import-file-type', 'file')
  await checkZip(file)
  try {
    if (type.ext === 'docx') return [{ name: '', table: await readDocx(file) }]
    return (await readXlsx(file)).map(({ sheet, data }) => ({ name: sheet, table: data }))
  } catch {
    throw new DomainError('invalid', 'file-broken', 'file')
  }
}

const isText = (file: Buffer) => !file.subarray(0, 65_536).some(byte => byte < 9 || (byte > 13 && byte < 27))

/** In UTF-8, with or without its mark, or else in the older encoding of Windows; what stands between the cells is found. */
function readCsv(file: Buffer): string[][] {
  const { data } = Papa.parse<string[]>(decode(file), {
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: IMPORT_ROW_LIMIT + 2,
  })
  return data.map(row => row.map(plainCell))
}

function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}

/** The head is the first row that names two things or more: above it people write titles. */
function toSheet({ name, table }: { name: string; table: unknown[][] }): UploadedSheet {
  const rows = table.map(row => row.slice(0, IMPORT_COLUMN_LIMIT).map(cellText))
  const head = Math.max(
    0,
    rows.slice(0, 10).findIndex(row => row.filter(Boolean).length > 1),
  )
  const body = rows.slice(head + 1)
  // A sheet of a workbook may be longer when nothing of it is brought in: whoever picks from them looks at that.
  if (body.length > IMPORT_ROW_LIMIT && name === '') throw new DomainError('too-large', 'too-many-rows', 'file')
  // Empty rows keep their place, so that a row is called what the spreadsheet calls it.
  return { name, header: rows[head] ?? [], rows: [...Array.from({ length: head }, () => []), ...body] }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell ?? '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .trim()
}
