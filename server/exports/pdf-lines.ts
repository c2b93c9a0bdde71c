import type { Run } from './document-model.shared'
import { type Coverage, splitByFont } from './pdf-fonts'

interface Setting {
  pdf: PDFKit.PDFDocument
  coverage: Coverage
}

/** A piece of a line in one font. */
export interface Piece {
  text: string
  font: string
  width: number
  strike: boolean
  underline: boolean
  href: string | undefined
}

export type Line = Piece[]

/** Breaks runs into lines of at most a width, at spaces where it can; words that are wider are cut. */
export function breakLines(setting: Setting, runs: Run[], { width, size }: { width: number; size: number }): Line[] {
  const lines: Line[] = []
  let line: Line = []
  let used = 0
  const end = () => {
    lines.push(line)
    line = []
    used = 0
  }
  for (const word of words(setting, runs, size, width)) {
    if (word === 'break') {
      end()
      continue
    }
    const length = widthOf(word)
    // A space at the end may stand out of the line.
    if (line.length > 0 && used + length - trailingSpace(setting, word, size) > width) end()
    line.push(...word)
    used += length
  }
  if (line.length > 0 || lines.length === 0) end()
  return lines.map(merge)
}

const widthOf = (pieces: Piece[]) => pieces.reduce((sum, piece) => sum + piece.width, 0)

/** Words with the spaces behind them; a word may go over several runs. */
function* words(setting: Setting, runs: Run[], size: number, width: number): Generator<Piece[] | 'break'> {
  let word: Piece[] = []
  for (const run of runs) {
    for (const part of run.text.split(/(\n|(?<=[ \t])(?=[^ \t\n]))/)) {
      if (part === '\n') {
        if (word.length > 0) yield word
        word = []
        yield 'break'
      } else if (part) {
        for (const fitting of cut(setting, toPieces(setting, part.replaceAll('\t', ' '), run, size), size, width)) {
          word.push(...fitting)
          if (/[ \t]$/.test(part) || widthOf(word) > width * 0.9) {
            yield word
            word = []
          }
        }
      }
    }
  }
  if (word.length > 0) yield word
}

function toPieces(setting: Setting, text: string, run: Run, size: number): Piece[] {
  const { strike = false, underline = false, href } = run
  return splitByFont(setting.coverage, text, run).map(({ font, text }) => ({
    ...{ text, font, strike, underline: underline || href !== undefined, href },
    width: measure(setting, text, font, size),
  }))
}

export const measure = ({ pdf }: Pick<Setting, 'pdf'>, text: string, font: string, size: number) =>
  pdf.font(font).fontSize(size).widthOfString(text)

function* cut(setting: Setting, pieces: Piece[], size: number, width: number): Generator<Piece[]> {
  if (widthOf(pieces) <= width) {
    yield pieces
    return
  }
  for (const piece of pieces) {
    const step = Math.max(1, Math.floor((piece.text.length * width * 0.85) / Math.max(piece.width, 1)))
    for (let at = 0; at < piece.text.length; at += step) {
      const text = piece.text.slice(at, at + step)
      yield [{ ...piece, text, width: measure(setting, text, piece.font, size) }]
    }
  }
}

function trailingSpace(setting: Setting, word: Piece[], size: number): number {
  const last = word.at(-1)
  const spaces = /\s+$/.exec(last?.text ?? '')?.[0]
  return last && spaces ? measure(setting, spaces, last.font, size) : 0
}

/** Neighbours that look the same are one piece: a reader takes them for one. */
function merge(line: Line): Line {
  const merged: Line = []
  for (const piece of line) {
    const last = merged.at(-1)
    const isSame = last && last.font === piece.font && last.href === piece.href && last.strike === piece.strike
    if (isSame && last.underline === piece.underline) {
      last.text += piece.text
      last.width += piece.width
    } else merged.push({ ...piece })
  }
  return merged
}
