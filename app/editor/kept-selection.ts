import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** What is selected stays visible while the keyboard is in the toolbar or in the address of a link. */
export const KeptSelection = Extension.create({
  name: 'keptSelection',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          decorations: ({ doc, selection }) => {
            if (selection.empty || selection instanceof NodeSelection || editor.isFocused || !editor.isEditable)
              return null
            return DecorationSet.create(doc, [
              Decoration.inline(selection.from, selection.to, { class: 'kept-selection' }),
            ])
          },
        },
      }),
    ]
  },
})
