import { type Editor, useEditorState } from '@tiptap/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

const styles = ['paragraph', 'heading2', 'heading3', 'heading4'] as const
type Style = (typeof styles)[number]

/** What the paragraph with the caret is: text or a heading. */
export function BlockStyleSelect({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor')
  const byPointer = useRef(false)
  const current = useEditorState({ editor, selector: ({ editor }) => currentStyle(editor) })
  const choose = (style: Style) => {
    const chain = editor.chain()
    // Whoever chooses with the arrow keys is not done yet, and stays here.
    if (byPointer.current) chain.focus()
    byPointer.current = false
    if (style === 'paragraph') chain.setParagraph().run()
    else chain.setHeading({ level: Number(style.at(-1)) as 2 | 3 | 4 }).run()
  }
  return (
    <select
      className="block-style"
      data-tool
      tabIndex={-1}
      aria-label={t('blockStyle.label')}
      value={current}
      onPointerDown={() => {
        byPointer.current = true
      }}
      onKeyDown={() => {
        byPointer.current = false
      }}
      onChange={event => choose(event.target.value as Style)}
    >
      {styles.map(style => (
        <option key={style} value={style}>
          {t(`blockStyle.${style}`)}
        </option>
      ))}
    </select>
  )
}

function currentStyle(editor: Editor): Style {
  return styles.find(style => editor.isActive('heading', { level: Number(style.at(-1)) })) ?? 'paragraph'
}
