import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Decoration, DecorationSet } from '@tiptap/pm/view'
import { changeBetween, mappingOf } from '../change-mapping'

export const threadMarksKey = new PluginKey<DecorationSet>('threadMarks')

/**
 * Holds the marks that a `ThreadPainter` puts on passages under discussion, and carries them along while the text changes:
 * where nothing is marked, that costs nothing.
 */
export const ThreadMarking = Extension.create({
  name: 'threadMarking',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: threadMarksKey,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, marks) {
          const painted: DecorationSet | undefined = transaction.getMeta(threadMarksKey)
          if (painted) return painted
          if (!transaction.docChanged || marks === DecorationSet.empty) return marks
          return carry(marks, transaction)
        },
      },
      props: { decorations: state => threadMarksKey.getState(state) },
    }),
  ],
})

function carry(marks: DecorationSet, { before, doc }: Transaction): DecorationSet {
  const change = changeBetween(before, doc)
  return change ? marks.map(mappingOf(change), doc) : marks
}

/** Where a passage is marked in the editor. */
export interface MarkedPlace {
  id: string
  from: number
  to: number
}

/** @returns what is marked now, in the order of the text */
export function markedPlaces(state: EditorState): MarkedPlace[] {
  const found: Decoration[] = threadMarksKey.getState(state)?.find() ?? []
  return found
    .map(({ spec, from, to }) => ({ id: String(spec.threadId), from, to }))
    .sort((one, other) => one.from - other.from || one.to - other.to)
}
