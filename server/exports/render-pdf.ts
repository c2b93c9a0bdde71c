import { buffer } from 'node:stream/consumers'
import type { Block, DocumentModel } from './document-model.shared'
import { PdfContents } from './pdf-contents'
import { MARGIN, PAGE, PdfPage, TEXT_WIDTH } from './pdf-page'
import { drawTable } from './pdf-table'

type Structure = PDFKit.PDFStructureElement

const BODY = 10.5
const quiet = '#4b5661'
const headingSizes = [18, 14, 12, 11, 10.5]

/**
 * Writes a document as a PDF that a screen reader can read (PDF/UA): tagged headings, lists, links and tables with their
 * heads, a title, a language, bookmarks, embedded fonts, and a table of contents that leads to what it names.
 */
export async function renderPdf(model: DocumentModel): Promise<Buffer> {
  const page = new PdfPage(model)
  const bytes = buffer(page.pdf)
  if (model.isShort) titleAbove(page, model)
  else titlePage(page, model)
  const contents = model.isShort ? null : new PdfContents(page, model)
  for (const block of model.blocks) draw(page, contents, page.root, block, MARGIN)
  contents?.fill()
  footers(page, model)
  page.root.end()
  page.pdf.end()
  return bytes
}

function titlePage(page: PdfPage, { title, subtitle, facts }: DocumentModel): void {
  page.y = 220
  page.text(page.root, 'H1', [{ text: title, bold: true }], { size: 28, after: 10 })
  page.text(page.root, 'P', [{ text: subtitle }], { size: 15, after: 34, colour: quiet })
  for (const [label, text] of facts) {
    page.text(page.root, 'P', [{ text: `${label}: `, bold: true }, { text }], { size: BODY, after: 4 })
  }
}

function titleAbove(page: PdfPage, { title, subtitle, facts }: DocumentModel): void {
  page.text(page.root, 'P', [{ text: subtitle }], { size: BODY, after: 2, colour: quiet })
  page.text(page.root, 'H1', [{ text: title, bold: true }], { size: 20, after: 8 })
  for (const [label, text] of facts) {
    page.text(page.root, 'P', [{ text: `${label}: `, bold: true }, { text }], { size: BODY, after: 2 })
  }
  page.y += 10
}

function draw(page: PdfPage, contents: PdfContents | null, parent: Structure, block: Block, x: number): void {
  const area = { x, width: TEXT_WIDTH - (x - MARGIN) }
  switch (block.kind) {
    case 'heading': {
      const size = headingSizes[block.level - 1] ?? BODY
      if (block.onNewPage) page.newPage()
      // With at least something of what it heads.
      page.need(size * 2 + 3 * BODY * 1.4)
      contents?.mark(block)
      page.text(
        parent,
        `H${block.level}`,
        [{ text: block.text, bold: true }],
        { size, before: size * 0.9, after: 5 },
        area,
      )
      return
    }
    case 'paragraph': {
      // With the first line of what it announces.
      if (block.isLead) page.need(2.5 * BODY * 1.4 + 6)
      const runs = block.look === 'quote' ? block.runs.map(run => ({ ...run, italic: true })) : block.runs
      const inset = block.look === 'quote' ? { x: x + 18, width: area.width - 18 } : area
      const look = {
        size: block.look === 'code' ? 9.5 : BODY,
        after: 6,
        ...(block.look === 'quiet' && { colour: quiet }),
      }
      page.text(parent, block.look === 'quote' ? 'BlockQuote' : 'P', runs, look, inset)
      return
    }
    case 'list':
      drawList(page, contents, parent, block, x)
      return
    case 'table':
      drawTable(page, parent, block, area)
      return
    case 'rule':
      page.y += 6
      page.decorate(() =>
        page.pdf
          .moveTo(x, page.y)
          .lineTo(PAGE.width - MARGIN, page.y)
          .lineWidth(0.5)
          .stroke('#b9bfc6'),
      )
      page.y += 8
  }
}

type List = Extract<Block, { kind: 'list' }>
const LABEL_WIDTH = 20

function drawList(
  page: PdfPage,
  contents: PdfContents | null,
  parent: Structure,
  { isNumbered, start, items }: List,
  x: number,
) {
  const list = page.pdf.struct('L')
  parent.add(list)
  for (const [index, { mark, blocks }] of items.entries()) {
    const item = page.pdf.struct('LI')
    list.add(item)
    page.need(BODY * 1.4)
    const label = page.pdf.struct('Lbl')
    item.add(label)
    const top = page.y
    const text = mark ?? (isNumbered ? `${start + index}.` : '•')
    page.line(label, 'Lbl', page.lines([{ text }], LABEL_WIDTH + 6, BODY)[0] ?? [], x + 2, { size: BODY })
    label.end()
    page.y = top
    const body = page.pdf.struct('LBody')
    item.add(body)
    for (const block of blocks) draw(page, contents, body, block, x + LABEL_WIDTH)
    if (blocks.length === 0) page.y += BODY * 1.4
    body.end()
    item.end()
  }
  list.end()
  page.y += 4
}

/** At the foot of every page but that of the title. */
function footers({ pdf }: PdfPage, { footer, words, isShort }: DocumentModel): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = isShort ? start : start + 1; index < start + count; index++) {
    pdf.switchToPage(index)
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as object)
    const y = PAGE.height - MARGIN + 10
    pdf.font('latin-400-normal').fontSize(9).fillColor(quiet)
    pdf.text(footer, MARGIN, y, { lineBreak: false })
    const number = words.page(index + 1, count)
    pdf.text(number, PAGE.width - MARGIN - pdf.widthOfString(number), y, { lineBreak: false })
    pdf.endMarkedContent()
  }
}
