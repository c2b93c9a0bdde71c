/** A stretch of text with one look. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  strike?: boolean
  underline?: boolean
  /** an address outside the document */
  href?: string
}

export type Block =
  /** 1 is the highest; `isListed`: it stands in the table of contents */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5; text: string; isListed?: boolean; onNewPage?: boolean }
  /** `isLead`: it says what comes next, and stays on its page */
  | { kind: 'paragraph'; runs: Run[]; look?: 'quiet' | 'quote' | 'code'; isLead?: boolean }
  /** with the mark that each item begins with where it is no bullet or number */
  | { kind: 'list'; isNumbered: boolean; start: number; items: { mark?: string; blocks: Block[] }[] }
  | Table
  | { kind: 'rule' }

/** Of every cell, lines of runs; the head is repeated on every page. Rows may begin with the cell that names them. */
export interface Table {
  kind: 'table'
  /** what it shows, for who does not see it */
  title: string
  head: string[] | null
  hasRowHeads: boolean
  rows: Run[][][]
  /** how wide each column is beside the others */
  widths: number[]
}

/** What a document is, before it is a Word file or a PDF: both say the same. */
export interface DocumentModel {
  title: string
  subtitle: string
  /** of the whole text: 'nl-BE' */
  language: string
  author: string
  madeAt: Date
  /** under the title, a line each */
  facts: [label: string, text: string][]
  /** what stands at the foot of every page beside the number */
  footer: string
  words: { contents: string; page(number: number, of: number): string }
  /** it begins with its text on the first page: no page for the title, no table of contents */
  isShort?: boolean
  blocks: Block[]
}

/** A paragraph without more ado. */
export const paragraph = (text: string, look?: 'quiet'): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  ...(look && { look }),
})

/** A paragraph that says what the list below it is. */
export const lead = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }], isLead: true })

/** A row of a table, of plain cells. */
export const cells = (texts: (string | null | undefined)[]): Run[][] => texts.map(text => (text ? [{ text }] : []))

/** What somebody typed in a field, a paragraph for each of its own. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => paragraph(part))
