import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import type { DecorationSet } from '@tiptap/pm/view'

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
  const { from, before: end, after } = change
  const mapping = new Mapping([new StepMap([from, end - from, after - from])])
  const earlier = stale && { from: mapping.map(stale.from, -1), to: mapping.map(stale.to, 1) }
  return {
    set: set.map(mapping, doc),
    stale: earlier ? { from: Math.min(from, earlier.from), to: Math.max(after, earlier.to) } : { from, to: after },
  }
}

function changeBetween(before: Node, after: Node) {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || !end) return null
  // Of 'aa' that becomes 'aaa', both ends agree on more than there is.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, before: end.a + overlap, after: end.b + overlap }
}
