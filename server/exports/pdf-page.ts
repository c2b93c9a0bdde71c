import PDFDocument from 'pdfkit'
import type { DocumentModel, Run } from './document-model.shared'
import { type Coverage, readCoverage, registerFonts } from './pdf-fonts'
import { breakLines, type Line, type Piece } from './pdf-lines'

type Structure = PDFKit.PDFStructureElement

export const MARGIN = 64
export const PAGE = { width: 595.28, height: 841.89 }
export const TEXT_WIDTH = PAGE.width - 2 * MARGIN
const BOTTOM = PAGE.height - MARGIN - 12
const LINE = 1.36

export interface TextLook {
  size: number
  colour?: string
  /** space before and after, in points */
  before?: number
  after?: number
}

/** A PDF as it is filled from top to bottom: where the next thing comes, and what it means for who does not see it. */
export class PdfPage {
  readonly pdf: PDFKit.PDFDocument
  readonly root: Structure
  readonly coverage: Coverage
  y = MARGIN

  constructor({ title, subtitle, author, language, madeAt }: DocumentModel) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      tagged: true,
      displayTitle: true,
      lang: language,
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      // Opened under its path, it would be read anew whenever it is asked for by its name.
      font: null,
      info: { Title: title, Subject: subtitle, Author: author, CreationDate: madeAt },
    } as unknown as PDFKit.PDFDocumentOptions)
    registerFonts(this.pdf)
    this.coverage = readCoverage(this.pdf)
    this.root = this.pdf.struct('Document')
    this.pdf.addStructure(this.root)
  }

  newPage(): void {
    this.pdf.addPage()
    this.y = MARGIN
  }

  /** Goes to the next page when so much does not fit on this one. */
  need(height: number): void {
    if (this.y + height > BOTTOM && this.y > MARGIN) this.newPage()
  }

  /** What stands there for the eye alone. */
  decorate(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' })
    draw()
    this.pdf.endMarkedContent()
  }

  lines(runs: Run[], width: number, size: number): Line[] {
    return breakLines(this, runs, { width, size })
  }

  heightOf = (lines: Line[], size: number) => lines.length * size * LINE

  /** Puts runs below each other, over pages where needed, as one element such as 'P' or 'H1'. */
  text(parent: Structure, type: string, runs: Run[], look: TextLook, { x = MARGIN, width = TEXT_WIDTH } = {}): void {
    const lines = this.lines(runs, width, look.size)
    this.y += this.y > MARGIN ? (look.before ?? 0) : 0
    const element = this.pdf.struct(type as 'P')
    parent.add(element)
    for (const line of lines) {
      this.need(look.size * LINE)
      this.line(element, type, line, x, look)
    }
    element.end()
    this.y += look.after ?? 0
  }

  /** Puts one line here, with its links, and goes below it. */
  line(element: Structure, type: string, line: Line, x: number, { size, colour = '#1b2733' }: TextLook): void {
    let at = x
    for (const piece of line) {
      if (piece.href) this.link(element, piece, at, size)
      else this.mark(element, type, () => this.draw(piece, at, size, colour))
      at += piece.width
    }
    this.y += size * LINE
  }

  private link(element: Structure, piece: Piece, x: number, size: number): void {
    const link = this.pdf.struct('Link', { alt: piece.text })
    element.add(link)
    this.mark(link, 'Link', () => this.draw(piece, x, size, '#0b5cad'))
    const options = { structParent: link, Contents: new String(piece.text) }
    this.pdf.link(x, this.y, piece.width, size * LINE, piece.href as string, options as object)
    link.end()
  }

  private mark(element: Structure, type: string, draw: () => void): void {
    element.add(this.pdf.markStructureContent(type as 'P'))
    draw()
    this.pdf.endMarkedContent()
  }

  private draw({ text, font, width, strike, underline }: Piece, x: number, size: number, colour: string): void {
    this.pdf.font(font).fontSize(size).fillColor(colour)
    this.pdf.text(text, x, this.y, { lineBreak: false, strike, underline, width: width + 1 })
  }
}
