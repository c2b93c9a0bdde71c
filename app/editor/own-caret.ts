import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * The caret stays with the words that it stands between, whatever others write. Where a paragraph reads otherwise than before,
 * the binding looks for one that reads the same, and may find a colleague's: two that were just begun both read as nothing.
 * The characters themselves say where the caret is, as long as they are there.
 */
export const OwnCaret = Extension.create({
  name: 'ownCaret',
  addProseMirrorPlugins: () => [
    new Plugin({ appendTransaction: (transactions, _, state) => inPlace(transactions, state) }),
  ],
})

function inPlace(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const cause = transactions.map(transaction => transaction.getMeta(ySyncPluginKey)).find(meta => meta?.isChangeOrigin)
  if (!cause || cause.isUndoRedoOperation) return null
  const { binding } = ySyncPluginKey.getState(state) ?? {}
  const before = binding?.beforeTransactionSelection
  if (before?.type !== 'text') return null
  const placeOf = (place: Y.RelativePosition | null) =>
    place && stands(binding.doc, place)
      ? relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping)
      : null
  const [anchor, head] = [placeOf(before.anchor), placeOf(before.head)]
  if (anchor === null || head === null) return null
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
  return selection.eq(state.selection) ? null : state.tr.setSelection(selection)
}

/** What a place is told by was not deleted. */
function stands(doc: Y.Doc, { item, type }: Y.RelativePosition): boolean {
  const told = item ?? type
  return told === null || !Y.getItem(doc.store, told).deleted
}
