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
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const widths = table.widths.map(width => (width / total) * area.width)
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
