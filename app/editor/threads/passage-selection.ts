import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { mapOf } from '#server/discussions/passage.shared'
import type { Stretch, TextMap, TextPlace, WordRange } from '#server/discussions/text-map.shared'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { wordPlaces } from '../authors/word-places'

/** Words that somebody wants to say something about. */
export interface ChosenPassage {
  words: WordRange[]
  quote: string
}

/** @returns the words that are selected in an editor; null when none are */
export function selectedPassage({ state }: Editor, doc: Y.Doc): ChosenPassage | null {
  const { from, to, empty } = state.selection
  if (empty) return null
  const map = mapOf(doc)
  const offsets = wordPlaces(doc.getXmlFragment(TEXT_FIELD), state.doc).flatMap(place => {
    const start = Math.max(from, place.from)
    const end = Math.min(to, place.to)
    const at = map.offsetOf({ words: place.words, index: 0 })
    return at === undefined || start >= end ? [] : [at + start - place.from, at + end - place.from]
  })
  return offsets.length === 0 ? null : chosen(map, map.stretch(Math.min(...offsets), Math.max(...offsets)))
}

/** @returns the words of a text that somebody typed over; null when it says that nowhere or more than once */
export function typedPassage(doc: Y.Doc, typed: string): ChosenPassage | null {
  const map = mapOf(doc)
  const found = typed.trim() === '' ? null : map.findQuote(typed.trim())
  return found && chosen(map, found)
}

/** Without the spaces around them. */
function chosen(map: TextMap, { from, text }: Stretch): ChosenPassage | null {
  const start = from + text.length - text.trimStart().length
  const stretch = map.stretch(start, start + text.trim().length)
  return stretch.text === '' ? null : { words: map.rangesOf(stretch), quote: stretch.text }
}

/** The ends of a stretch, as places in its paragraphs. */
export function endsOf(map: TextMap, stretch: Stretch): [TextPlace, TextPlace] | null {
  const parts = map.partsOf(stretch)
  const first = parts[0]
  const last = parts.at(-1)
  return first && last
    ? [
        { words: first.words, index: first.from },
        { words: last.words, index: last.to },
      ]
    : null
}
