import { type Editor, getMarkRange } from '@tiptap/react'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextInput } from '#app/components/text-input'
import { toLinkAddress } from './link-address'

/** Gives the selected words, or the link that the caret is in, an address; or takes it away. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const [current] = useState<string>(() => editor.getAttributes('link').href ?? '')
  const [isWrong, setWrong] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  useEffect(() => form.current?.querySelector('input')?.select(), [])

  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('address'))
    const href = toLinkAddress(typed)
    if (!href) {
      setWrong(true)
      form.current?.querySelector('input')?.focus()
      return
    }
    setLink(editor, href, typed.trim())
    close()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetLink().run()
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }

  return (
    <form
      ref={form}
      className="link-form"
      aria-label={t('link.title')}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
    >
      <TextInput
        id={id}
        name="address"
        label={t('link.address')}
        hint={t('link.hint')}
        error={isWrong ? t('link.invalid') : undefined}
        defaultValue={current}
        inputMode="url"
        autoComplete="off"
      />
      <div className="actions">
        <Button type="submit" variant="primary">
          {t('link.set')}
        </Button>
        {current && <Button onClick={remove}>{t('link.remove')}</Button>}
        <Button variant="ghost" onClick={close}>
          {common('cancel')}
        </Button>
        {current && (
          <a className="open" href={current} target="_blank" rel="noopener noreferrer">
            {t('link.open')}
          </a>
        )}
      </div>
    </form>
  )
}

function setLink(editor: Editor, href: string, words: string): void {
  const { selection, schema } = editor.state
  const isInLink = getMarkRange(selection.$from, schema.marks.link!)
  if (selection.empty && !isInLink) {
    editor.commands.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
  } else {
    editor.chain().extendMarkRange('link').setLink({ href }).run()
  }
}
