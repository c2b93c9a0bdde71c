import { AlignmentType, type LevelFormat, LineRuleType } from 'docx'
import type { DocumentModel } from './document-model.shared'

/** How deep lists may stand in each other. */
export const LIST_DEPTHS = 6

/** The marks of a list, of which every depth stands further in. @param start what the first item counts as */
export const levels = (
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: (level: number) => string,
  start = 1,
) =>
  Array.from({ length: LIST_DEPTHS }, (_, level) => ({
    level,
    format,
    text: text(level),
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }))

/** The look of a document's headings, paragraphs and links, by the names that Word shows. */
export function styles({ language, isShort }: DocumentModel) {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: '1B2733', font: 'Calibri' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { size: 22, font: 'Calibri', language: { value: language } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: isShort ? 40 : 52, bold: true, font: 'Calibri' },
        paragraph: { spacing: isShort ? { before: 0, after: 120 } : { before: 3600, after: 240 } },
      },
      heading1: heading(34, 360),
      heading2: heading(28, 400),
      heading3: heading(24, 240),
      heading4: heading(22, 200),
      heading5: heading(22, 160),
      hyperlink: { run: { color: '0B5CAD', underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: isShort ? 24 : 30 },
        paragraph: { spacing: { after: isShort ? 200 : 480 } },
      },
      { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: '4B5661' } },
      { id: 'Foot', name: 'Foot', basedOn: 'Quiet', run: { size: 18 } },
      {
        id: 'TocTitle',
        name: 'TOC Heading',
        basedOn: 'Normal',
        run: { size: 34, bold: true },
        paragraph: { pageBreakBefore: true } as object,
      },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { left: 480 } } },
      { id: 'Code', name: 'Code', basedOn: 'Normal', run: { font: 'Consolas', size: 20 } },
    ],
  }
}
