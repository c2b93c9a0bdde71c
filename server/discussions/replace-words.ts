import * as Y from 'yjs'
import type { MovedWords } from '../documents/record-moves'
import { DomainError } from '../errors'
import { type AlignedLine, alignLines, alignOneLine, startsOf } from './align-lines'
import { mapOf } from './passage.shared'
import { looksIn, rewriteLine } from './rewrite-line'
import type { Stretch, TextMap, WordRange } from './text-map.shared'
import { addLine, removeLine } from './text-paragraphs'

/** What was done to a text. */
export interface Replaced {
  /** as a Yjs update (v1) */
  update: Uint8Array
  /** words that stand in another paragraph now, under the document's client id */
  moved: MovedWords[]
}

/**
 * Makes a passage say something else, word by word, in as many paragraphs as that has: words that stay are not touched, so they
 * keep who wrote them and what is said about them. New words look like those in whose place they come.
 * @param document is changed, under its own client id
 * @throws DomainError `conflict` `other-lines` when code stands among the paragraphs and the replacement has other lines
 */
export function replaceWords(document: Y.Doc, map: TextMap, passage: Stretch, replacement: string): Replaced {
  const before = Y.encodeStateVector(document)
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  document.on('update', collect)
  const placed = document.transact(() => replaceIn(map, passage, replacement))
  document.off('update', collect)
  const update = updates.length === 0 ? Y.encodeStateAsUpdate(document, before) : Y.mergeUpdates(updates)
  return { update, moved: movedIn(map, mapOf(document), placed) }
}

interface PlacedLine extends AlignedLine {
  words: Y.XmlText
  /** where the text of before begins that `from` counts in */
  base: number
}

function replaceIn(map: TextMap, passage: Stretch, replacement: string): PlacedLine[] {
  const texts = map.partsOf(passage).map(({ words }) => words)
  const base = map.offsetOf({ words: texts[0]!, index: 0 })!
  const end = map.offsetOf({ words: texts.at(-1)!, index: texts.at(-1)!.length })!
  const said = map.text.slice(base, end)
  const says = said.slice(0, passage.from - base) + replacement + said.slice(passage.to - base)
  // In a paragraph of code a line does not end it.
  if (startsOf(said).length !== texts.length)
    return replaceWithCode(map, passage, { replacement, texts, base, said, says })

  const looks = texts.map(looksIn)
  const lines = says === '' ? [] : alignLines(said, says)
  const placed = placeLines(lines, texts).map(line => ({ ...line, base }))
  const starts = startsOf(said)
  for (const { words, stays, pieces } of placed) rewriteLine(words, { pieces, starts, looks, stays })
  for (const [index, words] of texts.entries()) if (!lines.some(({ stays }) => stays === index)) removeLine(words)
  return placed
}

interface WithCode {
  replacement: string
  texts: Y.XmlText[]
  base: number
  said: string
  says: string
}

/** Code is one line. Where it stands among paragraphs, each gets as many lines as it has. */
function replaceWithCode(
  map: TextMap,
  passage: Stretch,
  { replacement, texts, base, said, says }: WithCode,
): PlacedLine[] {
  if (texts.length === 1) {
    const [words] = texts
    const line = alignOneLine(said, says)
    rewriteLine(words!, { ...line, starts: [0], looks: texts.map(looksIn) })
    return [{ ...line, words: words!, base }]
  }
  const lines = replacement.split('\n')
  if (lines.length !== startsOf(map.stretch(passage.from, passage.to).text).length) {
    throw new DomainError('conflict', 'other-lines')
  }
  return map.partsOf(passage).flatMap(({ words, from, to }) => {
    const start = map.offsetOf({ words, index: from })!
    const part = map.stretch(start, start + to - from)
    return replaceIn(map, part, lines.splice(0, startsOf(part.text).length).join('\n'))
  })
}

/** Gives every line its place: that of the line that it replaces, or a new one beside its neighbour. */
function placeLines(lines: AlignedLine[], texts: Y.XmlText[]): (AlignedLine & { words: Y.XmlText })[] {
  const placed: (AlignedLine & { words: Y.XmlText })[] = []
  const first = lines.find(({ stays }) => stays !== null)
  for (const line of lines) {
    const previous = placed.at(-1)?.words
    const words =
      line.stays !== null
        ? texts[line.stays]!
        : previous
          ? addLine(previous, 'after')
          : addLine(texts[first?.stays ?? 0]!, 'before')
    placed.push({ ...line, words })
  }
  return placed
}

/** Which characters of before stand in another paragraph now. */
function movedIn(before: TextMap, after: TextMap, placed: PlacedLine[]): MovedWords[] {
  return placed.flatMap(({ pieces, words, base }) => {
    let at = after.offsetOf({ words, index: 0 }) ?? 0
    return pieces.flatMap(({ text, from }) => {
      const start = at
      at += text.length
      if (from === null) return []
      const then = before.rangesOf({ from: base + from, to: base + from + text.length })
      const now = after.rangesOf({ from: start, to: at })
      return pairUp(then, now)
    })
  })
}

/** The same characters, as they were and as they are; those that stayed are left out. */
function pairUp(then: WordRange[], now: WordRange[]): MovedWords[] {
  const moved: MovedWords[] = []
  let index = 0
  let taken = 0
  for (const [newClient, newClock, newLength] of now) {
    for (let offset = 0; offset < newLength && index < then.length; ) {
      const [client, clock, all] = then[index]!
      const length = Math.min(newLength - offset, all - taken)
      if (client !== newClient || clock + taken !== newClock + offset)
        moved.push({ client, clock: clock + taken, length, to: [newClient, newClock + offset] })
      offset += length
      taken += length
      if (taken === all) {
        index++
        taken = 0
      }
    }
  }
  return moved
}
