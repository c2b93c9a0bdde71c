import * as Y from 'yjs'
import { TEXT_FIELD } from '../documents/text-schema.shared'
import { type Stretch, TextMap, type TextPlace, type WordRange } from './text-map.shared'

/** A passage as it is kept: the characters that it was made of, and what they said. */
export interface KeptPassage {
  words: WordRange[]
  quote: string
}

/** A passage as a browser marks it: Yjs relative positions (base64), and what the reader saw. */
export interface MarkedPassage {
  from: string
  to: string
  quote: string
}

/** Shorter words could stand anywhere; they are not looked for. */
const TELLING = 12

/**
 * Finds a passage in a text as it is now: from the first to the last of its own characters that still stand. So it never lies
 * on what it was not about; where none stands it is found by what it said, if just one place says that (whoever splits
 * a paragraph types the rest of it anew), or not at all.
 */
export function findPassage(map: TextMap, { words, quote }: KeptPassage): Stretch | null {
  return map.find(words) ?? (quote.length >= TELLING ? map.findQuote(quote) : null)
}

/** Marks a stretch of a live text. @returns undefined when it holds no words */
export function markPassage(map: TextMap, from: TextPlace, to: TextPlace): MarkedPassage | undefined {
  const start = map.offsetOf(from)
  const end = map.offsetOf(to)
  if (start === undefined || end === undefined || start >= end) return
  const quote = map.text.slice(start, end)
  if (quote.trim() === '') return
  return { from: encode(from, 0), to: encode(to, -1), quote }
}

/** @returns the stretch between two relative positions, as a text stands now; undefined where they point at nothing in it */
export function resolveMark(doc: Y.Doc, map: TextMap, from: Uint8Array, to: Uint8Array): Stretch | undefined {
  const start = placeOf(doc, map, from)
  const end = placeOf(doc, map, to)
  if (start === undefined || end === undefined) return
  return map.stretch(start, Math.max(start, end))
}

export const mapOf = (doc: Y.Doc) => new TextMap(doc.getXmlFragment(TEXT_FIELD))

const encode = ({ words, index }: TextPlace, side: 0 | -1) =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(words, index, side)))

function placeOf(doc: Y.Doc, map: TextMap, encoded: Uint8Array): number | undefined {
  try {
    const position = Y.decodeRelativePosition(encoded)
    if (!position.item) return
    const place = Y.createAbsolutePositionFromRelativePosition(position, doc, false)
    if (!(place?.type instanceof Y.XmlText)) return
    return map.offsetOf({ words: place.type, index: place.index })
  } catch {
    return
  }
}

/** Of bytes, as they travel in a form. */
function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
