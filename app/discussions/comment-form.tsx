import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useFormReply } from '#app/use-form-reply'
import { CommentField } from './comment-field'
import { useDraft } from './drafts'

/** Writes a comment, or changes one. What is typed stays until it was sent, also when the card moves. */
export function CommentForm({
  measureId,
  intent,
  fields,
  label,
  send,
  text = '',
  autoFocus,
  onClose,
}: {
  measureId: string
  intent: 'open-thread' | 'add-comment' | 'edit-comment'
  /** what it belongs to */
  fields: Record<string, string>
  label: string
  send: string
  text?: string
  autoFocus?: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('discussions')
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft(`${intent} ${Object.values(fields).join(' ')}`)
  const { Form, formProps, errors, values, isBusy } = useFormReply(intent, {
    isMine: values => Object.entries(fields).every(([name, value]) => values[name] === value),
    onDone: () => {
      draft.drop()
      form.current?.reset()
      onClose()
    },
  })
  return (
    <Form {...formProps} ref={form} action={`/measures/${measureId}`} className="comment-form">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <CommentField
        label={label}
        defaultValue={values.text ?? draft.text ?? text}
        error={errors.text ?? errors['']}
        autoFocus={autoFocus}
        onText={draft.keep}
      />
      <div className="actions">
        <Button type="submit" small variant="primary">
          {isBusy ? t('sending') : send}
        </Button>
        <Button
          small
          variant="ghost"
          onClick={() => {
            draft.drop()
            onClose()
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </Form>
  )
}
