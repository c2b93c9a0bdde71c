import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** A click below a table or a list at the end of the text starts a new line there. */
export const LineBelow = Extension.create({
  name: 'lineBelow',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          mousedown: (view, event) => {
            if (!view.editable || !isBelow(view, event) || view.state.doc.lastChild?.isTextblock) return false
            event.preventDefault()
            addLine(view)
            return true
          },
        },
      },
    }),
  ],
})

function isBelow(view: EditorView, { target, clientY }: MouseEvent): boolean {
  const last = view.dom.lastElementChild
  return target === view.dom && last !== null && clientY > last.getBoundingClientRect().bottom
}

function addLine(view: EditorView): void {
  const { doc, schema, tr } = view.state
  const paragraph = schema.nodes.paragraph?.create()
  if (!paragraph) return
  tr.insert(doc.content.size, paragraph)
  view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView())
  view.focus()
}
