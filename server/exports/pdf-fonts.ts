import { resolve } from 'node:path'
import type { Run } from './document-model.shared'

type Look = Pick<Run, 'bold' | 'italic'>
type Pdf = PDFKit.PDFDocument

/** Of each look, the letters of Western Europe and those of the rest of the Latin world; both are embedded when used. */
const alphabets = ['latin', 'latin-ext']
const looks = ['400-normal', '400-italic', '700-normal', '700-italic']

const fontFile = (name: string) => resolve('server/exports/fonts', `source-sans-3-${name}.ttf`)

export function registerFonts(pdf: Pdf): void {
  for (const alphabet of alphabets) {
    for (const look of looks) pdf.registerFont(`${alphabet}-${look}`, fontFile(`${alphabet}-${look}`))
  }
}

const lookOf = ({ bold, italic }: Look) => `${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}`

/** The characters that each font has, looked up once for a document. */
export type Coverage = Map<string, Set<number>>

export function readCoverage(pdf: Pdf): Coverage {
  const fonts = alphabets.flatMap(alphabet => looks.map(look => `${alphabet}-${look}`))
  return new Map(
    fonts.map(name => {
      const { _font } = pdf.font(name) as unknown as { _font: { font: { characterSet: number[] } } }
      return [name, new Set(_font.font.characterSet)]
    }),
  )
}

/** What no font of ours has is shown as a question mark, so that nothing is dropped without a trace. */
export function splitByFont(coverage: Coverage, text: string, look: Look): { font: string; text: string }[] {
  const pieces: { font: string; text: string }[] = []
  const fonts = alphabets.map(alphabet => `${alphabet}-${lookOf(look)}`)
  for (const character of text.normalize('NFC')) {
    const known = fonts.find(font => coverage.get(font)?.has(character.codePointAt(0) ?? 0))
    const font = known ?? (fonts[0] as string)
    const shown = known ? character : '?'
    const last = pieces.at(-1)
    if (last?.font === font) last.text += shown
    else pieces.push({ font, text: shown })
  }
  return pieces
}
