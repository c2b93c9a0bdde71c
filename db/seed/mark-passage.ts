import * as Y from 'yjs'
import type { WordRange } from '../schema/discussion'
import { type SeedText, textField } from './measure-text'

/**
 * Marks where a seeded text says something, as the server keeps it of a discussion.
 * @throws Error when no paragraph says it
 */
export function markPassage({ state }: SeedText, quote: string) {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  try {
    for (const words of paragraphs(document.getXmlFragment(textField))) {
      const from = words.toString().indexOf(quote)
      if (from < 0) continue
      const at = (index: number, side: 0 | -1) =>
        Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(words, index, side)))
      const to = from + quote.length
      return {
        quote,
        anchorFrom: at(from, 0),
        anchorTo: at(to, -1),
        words: JSON.stringify(charactersOf(words, from, to)),
      }
    }
  } finally {
    document.destroy()
  }
  throw new Error(`no seeded text says: ${quote}`)
}

function paragraphs(node: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return node.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? paragraphs(child) : []
  })
}

/** A seeded text was typed in one go: nothing in it is deleted. */
function charactersOf(words: Y.XmlText, from: number, to: number): WordRange[] {
  const found: WordRange[] = []
  let at = 0
  for (let item = words._start; item; item = item.right) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + item.length)
    if (start < end) found.push([item.id.client, item.id.clock + start - at, end - start])
    at += item.length
  }
  return found
}
