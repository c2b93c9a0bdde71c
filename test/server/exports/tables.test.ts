import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { contentDisposition } from '#server/exports/content-disposition.shared'
import type { ExportTable } from '#server/exports/export-table'
import { plainCell, writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'

const dangerous = [
  '=1+1',
  '+32 2 123',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  "'=1",
  '＝1',
  '=HYPERLINK("http://x","y")',
]
const harmless = ["'s avonds", 'a;b', 'zegt "ja"', 'twee\nregels', 'é ü ß', '2026-03']
const table = (cells: string[]): ExportTable => ({
  name: 'Proef',
  columns: [
    { label: 'Nr.', kind: 'number', width: 5 },
    { label: 'Wat', kind: 'text', width: 30 },
    { label: 'Wanneer', kind: 'date', width: 12 },
  ],
  rows: cells.map((cell, index) => [index, cell, ['2026', '2026-03', '2026-03-15'][index % 3] ?? null]),
})
const about = { name: 'Over', rows: [['Overleg', '=1+1']] as [string, string][] }

test('separated values open in Excel in Dutch, and no cell can be calculated', () => {
  const file = writeCsv(table([...dangerous, ...harmless]))
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const text = file.toString('utf8').slice(1)
  expect(text.split('\r\n')[0]).toBe('Nr.;Wat;Wanneer')
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true })
  expect(errors).toEqual([])
  const cells = data.slice(1).map(row => row[1] as string)
  expect(cells.filter(cell => /^[\s]*[=+\-@＝]/.test(cell) || /^[\t\r\n]/.test(cell))).toEqual([])
  expect(cells.map(plainCell)).toEqual([...dangerous, ...harmless])
})

test('a workbook has numbers as numbers, days as days, and every text as text', async () => {
  const file = await writeXlsx([table([...dangerous, ...harmless]), table(['tweede'])], about)
  const sheets = await readXlsx(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Proef', 'Over', 'Proef'])
  const [first] = sheets
  expect(first?.data.slice(1, 4).map(row => row[2])).toEqual(['2026', '2026-03', new Date('2026-03-15T00:00:00Z')])
  expect(first?.data[2]?.[0]).toBe(1)
  expect(first?.data[1]?.[1]).toBe('=1+1')
  const parts = Object.entries(unzipSync(file)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')])
  const xml = parts.filter(([name]) => name?.includes('worksheets/sheet'))
  expect(xml).toHaveLength(3)
  for (const [, part] of xml) expect(part).not.toMatch(/<f[ >]/)
  expect(xml[0]?.[1]).toContain('state="frozen"')
})

test('a file name outside ASCII reaches the browser whole, and cannot break the header', () => {
  expect(contentDisposition('Beleid "één"\r\nX: ☂ (1).xlsx')).toBe(
    `attachment; filename="Beleid eenX:  (1).xlsx"; filename*=UTF-8''Beleid%20%22%C3%A9%C3%A9n%22X%3A%20%E2%98%82%20%281%29.xlsx`,
  )
})
