import type { Run, Table } from './document-model.shared'
import type { Line } from './pdf-lines'
import type { PdfPage } from './pdf-page'

type Structure = PDFKit.PDFStructureElement

const SIZE = 9.5
const PAD = 5

interface Cell {
  type: 'TH' | 'TD'
  scope: 'Column' | 'Row' | undefined
  lines: Line[]
  x: number
  width: number
}

/** Draws a table with its lines; the head comes again on every page, for the eye alone. Rows are not cut where they fit a page. */
export function drawTable(page: PdfPage, parent: Structure, table: Table, area: { x: number; width: number }): void {
  const { pdf } = page
  const widths = columnWidths(page, table, area.width)
  const left = (index: number) => area.x + widths.slice(0, index).reduce((sum, width) => sum + width, 0)
  const toCells = (row: Run[][], scopeOf: (index: number) => Cell['scope']): Cell[] =>
    row.map((runs, index) => {
      const scope = scopeOf(index)
      const width = widths[index] ?? 0
      const shown = scope ? runs.map(run => ({ ...run, bold: true })) : runs
      const lines = page.lines(shown, width - 2 * PAD, SIZE)
      return { type: scope ? 'TH' : 'TD', scope, lines, x: left(index), width }
    })
  const head =
    table.head &&
    toCells(
      table.head.map(text => [{ text }]),
      () => 'Column',
    )
  const rows = table.rows.map(row => toCells(row, index => (table.hasRowHeads && index === 0 ? 'Row' : undefined)))

  page.y += 4
  const element = pdf.struct('Table', { alt: table.title })
  parent.add(element)
  const height = (cells: Cell[]) => Math.max(...cells.map(cell => page.heightOf(cell.lines, SIZE))) + 2 * PAD
  page.need((head ? height(head) : 0) + (rows[0] ? Math.min(height(rows[0]), 200) : 0))
  if (head) drawRow(page, element, head, height(head))
  for (const cells of rows) {
    const before = page.y
    page.need(Math.min(height(cells), 640))
    if (head && page.y < before) page.decorate(() => drawHeadAgain(page, head, height(head)))
    for (const part of partsOf(page, cells)) drawRow(page, element, part, height(part))
  }
  element.end()
  page.y += 10
}

/** The widths that are asked for, but that no word of a head is wider than its column; where there is no room for that, by what each needs. */
function columnWidths(page: PdfPage, { head, hasRowHeads, rows, widths }: Table, whole: number): number[] {
  const longestWord = (text: string) => {
    const lines = text.split(/\s+/).flatMap(word => page.lines([{ text: word, bold: true }], whole, SIZE))
    return Math.max(0, ...lines.map(line => line.reduce((sum, piece) => sum + piece.width, 0))) + 2 * PAD + 1
  }
  const rowHeads = hasRowHeads ? rows.map(([cell]) => cell?.map(({ text }) => text).join('')).join(' ') : ''
  const least = widths.map((_, index) => longestWord(`${head?.[index] ?? ''} ${index === 0 ? rowHeads : ''}`))
  if (least.reduce((sum, width) => sum + width, 0) > whole) return share(least, whole)
  // Who has too little gets the least that is needed; the others share what is left, until it is enough for each of them.
  const fixed = new Set<number>()
  for (;;) {
    const taken = [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0)
    const shared = share(
      widths.map((width, index) => (fixed.has(index) ? 0 : width)),
      whole - taken,
    )
    const narrow = shared.flatMap((width, index) => (!fixed.has(index) && width < (least[index] ?? 0) ? [index] : []))
    if (narrow.length === 0) return shared.map((width, index) => (fixed.has(index) ? (least[index] ?? 0) : width))
    for (const index of narrow) fixed.add(index)
  }
}

function share(widths: number[], whole: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map(width => (total > 0 ? (width / total) * whole : 0))
}

/** A row that is higher than a page goes on as further rows. */
function partsOf(page: PdfPage, cells: Cell[]): Cell[][] {
  const most = Math.floor(620 / page.heightOf([[]], SIZE))
  const count = Math.max(1, ...cells.map(cell => Math.ceil(cell.lines.length / most)))
  return Array.from({ length: count }, (_, part) =>
    cells.map(cell => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) })),
  )
}

function drawRow(page: PdfPage, table: Structure, cells: Cell[], height: number): void {
  page.need(height)
  const top = page.y
  page.decorate(() => frame(page, cells, height))
  const row = page.pdf.struct('TR')
  table.add(row)
  for (const cell of cells) {
    const element = page.pdf.struct(cell.type, (cell.scope ? { scope: cell.scope } : {}) as object)
    row.add(element)
    page.y = top + PAD
    for (const line of cell.lines) page.line(element, cell.type, line, cell.x + PAD, { size: SIZE })
    element.end()
  }
  row.end()
  page.y = top + height
}

function frame({ pdf, y }: PdfPage, cells: Cell[], height: number): void {
  for (const { x, width, scope } of cells) {
    if (scope) pdf.rect(x, y, width, height).fill('#eef1f4')
    pdf.rect(x, y, width, height).lineWidth(0.5).stroke('#b9bfc6')
  }
}

function drawHeadAgain(page: PdfPage, head: Cell[], height: number): void {
  frame(page, head, height)
  const top = page.y
  for (const { lines, x } of head) {
    page.y = top + PAD
    for (const line of lines) {
      let at = x + PAD
      for (const { text, font, width } of line) {
        page.pdf.font(font).fontSize(SIZE).fillColor('#1b2733')
        page.pdf.text(text, at, page.y, { lineBreak: false })
        at += width
      }
      page.y += page.heightOf([line], SIZE)
    }
  }
  page.y = top + height
}
