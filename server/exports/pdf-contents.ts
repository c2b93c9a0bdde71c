import type { Block, DocumentModel } from './document-model.shared'
import { measure } from './pdf-lines'
import { MARGIN, PAGE, type PdfPage } from './pdf-page'

type Heading = Extract<Block, { kind: 'heading' }>
type Outline = PDFKit.PDFOutline

const SIZE = 10.5
const LINE = 19
const REGULAR = 'latin-400-normal'

/** The table of contents: its lines are kept free first, and filled in once it is known where everything stands. */
export class PdfContents {
  private readonly entries: { heading: Heading; page: number; y: number; at: number }[] = []
  private readonly element: PDFKit.PDFStructureElement
  private marked = 0
  private readonly bookmarks: Outline[] = []

  constructor(
    private readonly page: PdfPage,
    { blocks, words }: DocumentModel,
  ) {
    page.newPage()
    page.text(page.root, 'H1', [{ text: words.contents, bold: true }], { size: 18, after: 12 })
    this.element = page.pdf.struct('TOC')
    page.root.add(this.element)
    for (const block of blocks) {
      if (block.kind !== 'heading' || !block.isListed) continue
      page.need(LINE)
      this.entries.push({ heading: block, page: this.here, y: page.y, at: 0 })
      page.y += LINE
    }
  }

  /** Says that a heading comes here: it gets a bookmark, and the contents can lead to it. */
  mark({ text, level, isListed }: Heading): void {
    if (!isListed) return
    const { pdf, y } = this.page
    const entry = this.entries[this.marked]
    if (entry) entry.at = this.here
    pdf.addNamedDestination(`heading-${this.marked}`, 'XYZ', 0, PAGE.height - y + 12, null as never)
    this.marked++
    const above = this.bookmarks.slice(0, level - 1).findLast(bookmark => bookmark !== undefined) ?? pdf.outline
    this.bookmarks.splice(level - 1)
    this.bookmarks[level - 1] = above.addItem(text)
  }

  fill(): void {
    const { pdf } = this.page
    for (const [index, { heading, page, y, at }] of this.entries.entries()) {
      pdf.switchToPage(page)
      const item = pdf.struct('TOCI')
      this.element.add(item)
      this.page.y = y
      const number = String(at + 1)
      const x = MARGIN + (heading.level - 1) * 16
      const end = PAGE.width - MARGIN - measure(this.page, number, REGULAR, SIZE)
      const text = [{ text: heading.text, bold: heading.level === 1 }]
      const [line = [], ...more] = this.page.lines(text, end - x - 30, SIZE)
      if (more.length > 0) line.push(...(this.page.lines([{ text: '…' }], 40, SIZE)[0] ?? []))
      const link = pdf.struct('Link', { alt: `${heading.text}, ${number}` })
      item.add(link)
      this.page.line(link, 'Link', line, x, { size: SIZE })
      this.page.y = y
      this.page.line(link, 'Link', this.page.lines([{ text: number }], 60, SIZE)[0] ?? [], end, { size: SIZE })
      const options = { structParent: link, Contents: new String(heading.text) }
      pdf.goTo(x, y, PAGE.width - MARGIN - x, LINE - 4, `heading-${index}`, options as object)
      link.end()
      item.end()
    }
    this.element.end()
  }

  private get here(): number {
    const { start, count } = this.page.pdf.bufferedPageRange()
    return start + count - 1
  }
}
