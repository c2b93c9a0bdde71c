import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** Where the words of a Yjs text stand in the editor's document. */
export interface WordPlace {
  words: Y.XmlText
  from: number
  to: number
}

/** Walks a text and what the editor shows of it side by side; a part where they differ is left out. */
export function wordPlaces(fragment: Y.XmlFragment, doc: Node): WordPlace[] {
  const places: WordPlace[] = []
  walk(fragment, doc, 0, places)
  return places
}

function walk(type: Y.XmlFragment, node: Node, start: number, places: WordPlace[]): void {
  let at = start
  let index = 0
  /** how far the text nodes go that the words before did not use up */
  let textEnd = start
  for (const child of type.toArray()) {
    if (child instanceof Y.XmlText) {
      for (; node.maybeChild(index)?.isText; index++) textEnd = Math.max(textEnd, at) + node.child(index).nodeSize
      const to = at + child.length
      if (to > textEnd && child.length > 0) return
      places.push({ words: child, from: at, to })
      at = to
    } else if (child instanceof Y.XmlElement) {
      const inner = node.maybeChild(index++)
      if (inner?.type.name !== child.nodeName || at < textEnd) return
      if (!inner.isLeaf) walk(child, inner, at + 1, places)
      at += inner.nodeSize
    }
  }
}
