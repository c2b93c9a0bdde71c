import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { changeBetween, mappingOf } from '../change-mapping'

/** The marks of authors in a text, and where they may be out of date: what was replaced since they were painted. */
export interface AuthorMarks {
  set: DecorationSet
  stale: { from: number; to: number } | null
}

export const authorMarksKey = new PluginKey<AuthorMarks | null>('authorMarks')

/**
 * Holds the marks that an `AuthorPainter` puts on the words, and carries them along while the text changes. While nobody asks
 * who wrote what, there is nothing to carry.
 */
export const AuthorMarking = Extension.create({
  name: 'authorMarking',
  addProseMirrorPlugins: () => [
    new Plugin<AuthorMarks | null>({
      key: authorMarksKey,
      state: {
        init: () => null,
        apply(transaction, marks) {
          const painted: AuthorMarks | null | undefined = transaction.getMeta(authorMarksKey)
          if (painted !== undefined) return painted
          return marks && transaction.docChanged ? carry(marks, transaction) : marks
        },
      },
      props: { decorations: state => authorMarksKey.getState(state)?.set },
    }),
  ],
})

/** A colleague's edit replaces the whole document in the editor (y-tiptap): only what became different counts. */
function carry({ set, stale }: AuthorMarks, { before, doc }: Transaction): AuthorMarks {
  const change = changeBetween(before, doc)
  if (!change) return { set, stale }
  const { from, after } = change
  const mapping = mappingOf(change)
  const earlier = stale && { from: mapping.map(stale.from, -1), to: mapping.map(stale.to, 1) }
  return {
    set: set.map(mapping, doc),
    stale: earlier ? { from: Math.min(from, earlier.from), to: Math.max(after, earlier.to) } : { from, to: after },
  }
}
