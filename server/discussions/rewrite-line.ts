import type * as Y from 'yjs'
import type { LinePiece } from './align-lines'

/** How words look (bold, a link), by the attributes of Yjs. */
export type Look = Record<string, unknown>

interface Looks {
  at: number
  length: number
  look: Look
}

/** @returns how the words of a line look, before it is changed */
export function looksIn(words: Y.XmlText): Looks[] {
  let at = 0
  return (words.toDelta() as { insert: unknown; attributes?: Look }[]).map(({ insert, attributes = {} }) => {
    const length = typeof insert === 'string' ? insert.length : 1
    at += length
    return { at: at - length, length, look: attributes }
  })
}

interface Line {
  pieces: LinePiece[]
  /** where the lines of before begin in what `from` counts in */
  starts: number[]
  /** how those looked */
  looks: Looks[][]
  /** the line of before in whose place it comes; null: it is a new one */
  stays: number | null
}

interface Insert {
  text: string
  /** absent: as the words before it */
  look?: Look
}

/** Makes a line say its pieces. What stood in it already stays. */
export function rewriteLine(words: Y.XmlText, { pieces, starts, looks, stays }: Line): void {
  const start = stays === null ? 0 : starts[stays]!
  const end = start + (stays === null ? 0 : words.length)
  const changes: { at: number; remove: number; insert: Insert[] }[] = [{ at: 0, remove: 0, insert: [] }]
  let at = 0
  for (const { text, from } of pieces) {
    if (from !== null && stays !== null && from >= start && from < end) {
      changes.at(-1)!.remove = from - start - at
      at = from - start + text.length
      changes.push({ at, remove: 0, insert: [] })
    } else if (from !== null) changes.at(-1)!.insert.push(...asTheyLooked(text, from, starts, looks))
    else changes.at(-1)!.insert.push(stays === null ? { text, look: {} } : { text })
  }
  changes.at(-1)!.remove = end - start - at
  // From the end to the beginning, so that what is still to be done keeps its place.
  for (const { at, remove, insert } of changes.reverse()) {
    let place = at + remove
    for (const { text, look } of insert) {
      words.insert(place, text, look)
      place += text.length
    }
    if (remove > 0) words.delete(at, remove)
  }
}

function asTheyLooked(text: string, from: number, starts: number[], looks: Looks[][]): Insert[] {
  const line = starts.findLastIndex(start => start <= from)
  const at = from - starts[line]!
  return looks[line]!.flatMap(({ look, ...run }) => {
    const begin = Math.max(0, run.at - at)
    const end = Math.min(text.length, run.at + run.length - at)
    return begin < end ? [{ text: text.slice(begin, end), look }] : []
  })
}
