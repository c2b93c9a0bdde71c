import { diffWordsWithSpace } from 'diff'
import * as Y from 'yjs'
import type { Stretch, TextMap } from './text-map.shared'

/**
 * Makes a passage say something else, word by word: words that stay are not touched, so they keep who wrote them and what is
 * said about them. New words look like those in whose place they come.
 * @param document is changed, under its own client id
 * @param replacement as many lines as the passage has; each goes into the paragraph of its line
 * @returns the edit, as a Yjs update (v1)
 */
export function replaceWords(document: Y.Doc, map: TextMap, passage: Stretch, replacement: string): Uint8Array {
  const before = Y.encodeStateVector(document)
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  document.on('update', collect)
  document.transact(() => {
    const lines = replacement.split('\n')
    for (const { words, from, to } of map.partsOf(passage)) {
      const said = map.text.slice(map.offsetOf({ words, index: from })!, map.offsetOf({ words, index: to })!)
      // In a paragraph of code, a line does not end it.
      rewrite(words, from, said, lines.splice(0, said.split('\n').length).join('\n'))
    }
  })
  document.off('update', collect)
  return updates.length === 0 ? Y.encodeStateAsUpdate(document, before) : Y.mergeUpdates(updates)
}

/** From the end to the beginning, so that what is still to be done keeps its place. */
function rewrite(words: Y.XmlText, from: number, said: string, replacement: string): void {
  const changes: { at: number; remove: number; insert: string }[] = []
  let at = from
  for (const { value, added, removed } of diffWordsWithSpace(said, replacement)) {
    const last = changes.at(-1)
    const isNext = last !== undefined && last.at + last.remove === at
    if (removed) {
      if (isNext) last.remove += value.length
      else changes.push({ at, remove: value.length, insert: '' })
    } else if (added) {
      if (isNext) last.insert += value
      else changes.push({ at, remove: 0, insert: value })
    }
    if (!added) at += value.length
  }
  for (const { at, remove, insert } of changes.reverse()) {
    if (insert) words.insert(at + remove, insert)
    if (remove) words.delete(at, remove)
  }
}
