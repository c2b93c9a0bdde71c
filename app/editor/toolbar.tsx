import { type Editor, useEditorState } from '@tiptap/react'
import { Link as LinkIcon } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockStyleSelect } from './block-style-select'
import { LinkForm } from './link-form'
import { ToolbarButton } from './toolbar-button'
import { blocks, history, insertTable, marks, shortcut, type Tool, tableTools } from './tools'
import { useRovingFocus } from './use-roving-focus'

/** What can be done to the text. Alt+F10 brings the keyboard here, Escape back to the text. */
export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor')
  const row = useRef<HTMLDivElement>(null)
  const { onKeyDown, focusFirst } = useRovingFocus(row)
  const [isLinking, setLinking] = useState(false)
  const { isInTable, isInLink } = useEditorState({
    editor,
    selector: ({ editor }) => ({ isInTable: editor.isActive('table'), isInLink: editor.isActive('link') }),
  })
  useToolbarKey(editor, focusFirst)

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') editor.commands.focus()
    else onKeyDown(event)
  }

  return (
    <>
      <div className="toolbar" role="toolbar" aria-label={t('toolbar')} ref={row} onKeyDown={onKey}>
        <Tools editor={editor} tools={history} />
        <span className="separator" />
        <BlockStyleSelect editor={editor} />
        <Tools editor={editor} tools={marks} />
        <span className="separator" />
        <Tools editor={editor} tools={blocks} />
        <ToolbarButton
          label={t('tools.link')}
          icon={LinkIcon}
          isOn={isInLink}
          isExpanded={isLinking}
          onUse={() => setLinking(!isLinking)}
        />
        <Tools editor={editor} tools={isInTable ? [] : [insertTable]} />
        {isInTable && <span className="separator" />}
        {isInTable && <Tools editor={editor} tools={tableTools} />}
      </div>
      {isLinking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
    </>
  )
}

function Tools({ editor, tools }: { editor: Editor; tools: Tool[] }) {
  const { t } = useTranslation('editor')
  const states = useEditorState({
    editor,
    selector: ({ editor }) =>
      tools.map(({ isOn, isPossible }) => ({ isOn: isOn?.(editor), isPossible: isPossible?.(editor) ?? true })),
  })
  return tools.map(({ name, icon, keys, run }, index) => {
    const label = t(`tools.${name}`)
    const hint = keys ? shortcut(keys) : undefined
    return (
      <ToolbarButton
        key={name}
        label={label}
        icon={icon}
        shown={hint && t('withShortcut', { name: label, keys: hint.shown })}
        keys={hint?.aria}
        onUse={() => run(editor)}
        {...states[index]}
      />
    )
  })
}

function useToolbarKey(editor: Editor, focusToolbar: () => void) {
  const focus = useRef(focusToolbar)
  focus.current = focusToolbar
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return
      event.preventDefault()
      focus.current()
    }
    const text = editor.view.dom
    text.addEventListener('keydown', onKey)
    return () => text.removeEventListener('keydown', onKey)
  }, [editor])
}
