import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'

/** What an empty text says of itself. */
export function EmptyHint({ editor, mayWrite = false }: { editor?: Editor; mayWrite?: boolean }) {
  const { t } = useTranslation('editor')
  const isEmpty = useEditorState({ editor: editor ?? null, selector: ({ editor }) => editor?.isEmpty ?? true })
  return isEmpty ? <p className="empty-text">{t(mayWrite ? 'emptyWrite' : 'empty')}</p> : null
}
