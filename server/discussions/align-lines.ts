import { diffWordsWithSpace } from 'diff'

/** A stretch of a line as it becomes. `from`: where the text said that before; null: somebody wrote it new. */
export interface LinePiece {
  text: string
  from: number | null
}

export interface AlignedLine {
  pieces: LinePiece[]
  /** the line of before in whose place it comes; null: none */
  stays: number | null
}

/** Shorter words stand anywhere: that they stand in another line too does not make them moved. */
const TELLING = 12

/**
 * Says what every line of a text is made of, of a text that said something else in other lines, and which of those lines it
 * replaces: in the same order, so that as much as can be stays where it is.
 */
export function alignLines(before: string, after: string): AlignedLine[] {
  const starts = startsOf(before)
  const lines = piecesOf(before, after, splitLines)
  const lineOf = (from: number) => starts.findLastIndex(start => start <= from)
  const kept = lines.map(pieces => {
    const counts = starts.map(() => 0)
    for (const { text, from } of pieces) if (from !== null) counts[lineOf(from)]! += text.length
    return counts
  })
  const stays = pair(kept)
  return lines.map((pieces, index) => ({
    stays: stays[index]!,
    pieces: pieces.map(({ text, from }) => {
      const isMoved = from !== null && lineOf(from) !== stays[index]
      return { text, from: isMoved && text.trim().length < TELLING ? null : from }
    }),
  }))
}

/** The same for a text that is one line whatever it says, such as a paragraph of code. */
export function alignOneLine(before: string, after: string): AlignedLine {
  return { stays: 0, pieces: piecesOf(before, after, value => [value])[0]! }
}

/** @returns where each line of a text begins */
export function startsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const splitLines = (value: string) => value.split('\n')

function piecesOf(before: string, after: string, split: (value: string) => string[]): LinePiece[][] {
  const lines: LinePiece[][] = [[]]
  let at = 0
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (!removed) {
      let from = at
      for (const [index, text] of split(value).entries()) {
        if (index > 0) lines.push([])
        if (text) lines.at(-1)!.push({ text, from: added ? null : from })
        from += text.length + 1
      }
    }
    if (!added) at += value.length
  }
  return lines
}

/** @returns for each line of after the line of before that it replaces, in order, so that most characters stay */
function pair(kept: number[][]): (number | null)[] {
  const width = kept[0]?.length ?? 0
  // best[j][i]: of the lines from j on, and those of before from i on. A line that comes in place of another saves a paragraph.
  const best = [...kept, []].map(() => Array<number>(width + 1).fill(0))
  const gain = (j: number, i: number) => kept[j]![i]! + 0.5 + best[j + 1]![i + 1]!
  for (let j = kept.length - 1; j >= 0; j--) {
    for (let i = width - 1; i >= 0; i--) best[j]![i] = Math.max(gain(j, i), best[j + 1]![i]!, best[j]![i + 1]!)
  }
  const pairs: (number | null)[] = []
  let i = 0
  for (let j = 0; j < kept.length; j++) {
    while (i < width && best[j]![i] !== gain(j, i) && best[j]![i] === best[j]![i + 1]) i++
    if (i < width && best[j]![i] === gain(j, i)) pairs.push(i++)
    else pairs.push(null)
  }
  return pairs
}
