import { Editor } from '@tiptap/react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getSocket } from '#app/collab/socket'
import type { LiveDocument } from '#app/collab/use-document'
import { createExtensions } from './editor-extensions'
import { transformPastedHtml } from './paste-from-word'

interface TextEditorOptions {
  /** null: there is nothing to show yet */
  live: LiveDocument | null
  label: string
  /** the id of what tells how to write without a mouse */
  helpId: string
  mayWrite: boolean
}

/** The editor of a live text, in the element that gets `holder` as its ref. It exists once it shows the text. */
export function useTextEditor({ live, label, helpId, mayWrite }: TextEditorOptions) {
  const { t } = useTranslation('editor')
  const [editor, setEditor] = useState<Editor | null>(null)
  const holder = useRef<HTMLDivElement>(null)
  const words = useRef(t)
  words.current = t

  // Before painting: the text that the server rendered and the live one change places in one go.
  useLayoutEffect(() => {
    if (!live || !holder.current) return
    const created = new Editor({
      element: holder.current,
      injectCSS: false,
      editable: false,
      extensions: createExtensions(live, { taskLabel: text => taskLabel(words.current, text) }),
      editorProps: { attributes: readingAttributes, transformPastedHTML: transformPastedHtml },
    })
    setEditor(created)
    const stopWatching = keepCaret(created)
    return () => {
      stopWatching()
      setEditor(null)
      created.destroy()
    }
  }, [live])

  useLayoutEffect(() => {
    if (!editor) return
    const named = { 'aria-label': label, 'aria-describedby': helpId }
    const attributes = mayWrite ? { ...readingAttributes, ...writingAttributes, ...named } : readingAttributes
    editor.setOptions({ editable: mayWrite, editorProps: { ...editor.options.editorProps, attributes } })
  }, [editor, mayWrite, label, helpId])

  return { editor, holder }
}

/**
 * A browser says a moment later that somebody moved the caret. What comes in that moment, from others or from the next key,
 * would find the caret where the editor still thinks that it is, so the editor looks first. @returns how to stop
 */
function keepCaret({ view }: Editor): () => void {
  // Not in ProseMirror's types; it is what reads the page after every key.
  const { domObserver } = view as unknown as { domObserver: { flush(): void } }
  const look = () => {
    if (!view.composing) domObserver.flush()
  }
  const socket = getSocket()
  const { dom } = view
  // Both are told before those that act on what came.
  socket.onAny(look)
  dom.addEventListener('keydown', look, true)
  return () => {
    socket.offAny(look)
    dom.removeEventListener('keydown', look, true)
  }
}

/** Who may not write reads a text, not a field. */
const readingAttributes = { class: 'prose', lang: 'nl' }
const writingAttributes = {
  role: 'textbox',
  'aria-multiline': 'true',
  spellcheck: 'true',
}

type Translate = ReturnType<typeof useTranslation<'editor'>>['t']

const taskLabel = (t: Translate, text: string) => (text ? t('task', { text }) : t('emptyTask'))
