import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, DocumentModel, Run, Table as TableBlock } from './document-model.shared'
import { LIST_DEPTHS, levels, styles } from './docx-styles'

/** How wide the text is, in twentieths of a point: A4 with margins of 2.5 cm. */
const TEXT_WIDTH = 9070
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
]
const border = { style: BorderStyle.SINGLE, size: 4, color: 'B9BFC6' }
const borders = { top: border, bottom: border, left: border, right: border }

/** Writes a document as a Word file with real headings, lists and tables, a table of contents and page numbers. */
export async function renderDocx(model: DocumentModel): Promise<Buffer> {
  const numbered: number[] = []
  const document = new Document({
    title: model.title,
    subject: model.subtitle,
    creator: model.author,
    // The table of contents is filled in when Word opens the file.
    features: { updateFields: !model.isShort },
    styles: styles(model),
    sections: [
      {
        properties: {
          titlePage: !model.isShort,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 } },
        },
        footers: { default: footer(model), first: new Footer({ children: [] }) },
        children: [
          ...title(model),
          ...(model.isShort ? [] : contents(model)),
          ...model.blocks.flatMap(block => toParagraphs(block, { depth: 0, numbered })),
        ],
      },
    ],
    numbering: {
      config: [
        { reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '•') },
        // Each numbered list counts for itself.
        ...numbered.map((start, index) => ({
          reference: `numbers-${index}`,
          levels: levels(LevelFormat.DECIMAL, level => `%${level + 1}.`, start),
        })),
      ],
    },
  })
  return Packer.toBuffer(document)
}

function title({ title, subtitle, facts }: DocumentModel): FileChild[] {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: subtitle, style: 'Subtitle' }),
    ...facts.map(
      ([label, text]) =>
        new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)] }),
    ),
  ]
}

const contents = ({ words }: DocumentModel): FileChild[] => [
  new Paragraph({ text: words.contents, style: 'TocTitle', pageBreakBefore: true }),
  new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }) as unknown as FileChild,
]

/** The words for "page x of y", with fields where the numbers stand. */
function footer({ footer, words }: DocumentModel): Footer {
  const [before, between, after] = words.page(1111, 2222).split(/1111|2222/)
  const number = new TextRun({
    children: [new Tab(), before ?? '', PageNumber.CURRENT, between ?? '', PageNumber.TOTAL_PAGES, after ?? ''],
  })
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [new TextRun(footer), number],
      }),
    ],
  })
}

interface Place {
  /** how many lists it stands in */
  depth: number
  /** where each numbered list so far begins */
  numbered: number[]
}

function toParagraphs(block: Block, place: Place, first: IParagraphOptions = {}): FileChild[] {
  const indent = place.depth > 0 && !first.numbering ? { indent: { left: 360 * place.depth } } : {}
  switch (block.kind) {
    case 'heading': {
      const heading = headings[block.level - 1] ?? HeadingLevel.HEADING_5
      return [new Paragraph({ text: block.text, heading, pageBreakBefore: block.onNewPage === true })]
    }
    case 'paragraph': {
      const style = block.look && { style: { quiet: 'Quiet', quote: 'Quote', code: 'Code' }[block.look] }
      const keep = block.isLead && { keepNext: true }
      return [new Paragraph({ children: toRuns(block.runs), ...style, ...keep, ...indent, ...first })]
    }
    case 'list':
      return toItems(block, place)
    case 'table':
      return [toTable(block), new Paragraph({ text: '' })]
    case 'rule':
      return [new Paragraph({ text: '', border: { bottom: border } })]
  }
}

function toItems({ isNumbered, start, items }: Extract<Block, { kind: 'list' }>, { depth, numbered }: Place) {
  const level = Math.min(depth, LIST_DEPTHS - 1)
  const reference = isNumbered ? `numbers-${numbered.push(start) - 1}` : 'bullets'
  return items.flatMap(({ mark, blocks }) =>
    blocks.flatMap((block, index) => {
      const marked = index === 0 && mark ? withMark(block, mark) : block
      return toParagraphs(
        marked,
        { depth: depth + 1, numbered },
        index === 0 ? { numbering: { reference, level } } : {},
      )
    }),
  )
}

const withMark = (block: Block, mark: string): Block =>
  block.kind === 'paragraph' ? { ...block, runs: [{ text: `${mark} ` }, ...block.runs] } : block

function toTable({ title, head, hasRowHeads, rows, widths }: TableBlock): Table {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map(width => Math.round((width / total) * TEXT_WIDTH))
  const cell = (runs: Run[], index: number, isHead: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          children: toRuns(isHead ? runs.map(run => ({ ...run, bold: true })) : runs),
          spacing: { before: 40, after: 40 },
        }),
      ],
      width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'EEF1F4' } }),
    })
  const headRow = head && [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: head.map((text, index) => cell([{ text }], index, true)),
    }),
  ]
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    borders: { ...borders, insideHorizontal: border, insideVertical: border },
    tableLook: { firstRow: head !== null, firstColumn: hasRowHeads },
    caption: title,
    rows: [
      ...(headRow ?? []),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: row.map((runs, index) => cell(runs, index, hasRowHeads && index === 0)),
          }),
      ),
    ],
  } as ConstructorParameters<typeof Table>[0])
}

function toRuns(runs: Run[]): ParagraphChild[] {
  return runs.flatMap(({ text, href, bold, italic, strike, underline }): ParagraphChild[] => {
    const [first = '', ...others] = text.split('\n')
    const look = {
      bold,
      italics: italic,
      strike,
      ...(underline && { underline: {} }),
      ...(href && { style: 'Hyperlink' }),
    }
    const lines = [
      new TextRun({ text: first, ...look }),
      ...others.map(line => new TextRun({ text: line, break: 1, ...look })),
    ]
    return href ? [new ExternalHyperlink({ link: href, children: lines })] : lines
  })
}
