import { type AnyExtension, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { TaskItemOptions } from '@tiptap/extension-list'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { LiveDocument } from '#app/collab/use-document'
import { TEXT_FIELD, textExtensions } from '#server/documents/text-schema.shared'
import { AuthorMarking } from './authors/author-marks'
import { CaretFlags } from './caret-flags'
import { KeptSelection } from './kept-selection'
import { LineBelow } from './line-below'
import { OwnCaret } from './own-caret'
import { ThreadMarking } from './threads/thread-marks'

/** The text's own extensions, and what makes it live. */
export function createExtensions(
  { doc, awareness }: LiveDocument,
  { taskLabel }: { taskLabel: (text: string) => string },
): AnyExtension[] {
  const flags = new CaretFlags(doc, awareness)
  return [
    ...textExtensions.map(extension => withTaskLabels(extension, taskLabel)),
    Collaboration.configure({ document: doc, field: TEXT_FIELD }),
    CollaborationCaret.configure({
      provider: { awareness },
      user: awareness.getLocalState()?.user ?? {},
      render: flags.render,
      selectionRender: flags.renderSelection,
    }),
    flagPlugin(flags),
    AuthorMarking,
    ThreadMarking,
    onlyOwnEdits,
    OwnCaret,
    KeptSelection,
    LineBelow,
  ]
}

function withTaskLabels(extension: AnyExtension, label: (text: string) => string): AnyExtension {
  if (extension.name !== 'taskItem') return extension
  const options: Partial<TaskItemOptions> = { a11y: { checkboxLabel: node => label(node.textContent.trim()) } }
  return extension.configure({ ...extension.options, ...options })
}

const flagPlugin = (flags: CaretFlags) =>
  Extension.create({
    name: 'caretFlags',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: view => {
          flags.show(view.dom)
          return { destroy: () => flags.destroy() }
        },
      }),
    ],
  })

/**
 * A colleague's edit never makes this editor write: what mends a table or recognises a link answers only to who typed
 * it. Otherwise every screen would write the same, in the name of whoever looks on.
 */
const onlyOwnEdits = Extension.create({
  name: 'onlyOwnEdits',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: transaction => {
        const cause = transaction.getMeta('appendedTransaction')?.getMeta(ySyncPluginKey)
        const isReaction = cause?.isChangeOrigin && !cause.isUndoRedoOperation
        return !(transaction.docChanged && isReaction)
      },
    }),
  ],
})
