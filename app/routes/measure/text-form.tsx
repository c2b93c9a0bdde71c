import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useFormReply } from '#app/use-form-reply'

/**
 * One text of a measure, being changed. Where somebody else changed it meanwhile, both are there and the writer chooses;
 * what was typed is never lost.
 */
export function TextForm({
  measureId,
  field,
  value,
  onClose,
}: {
  measureId: string
  field: 'title' | 'summary'
  /** as it is stored now, which may be another than when the change began */
  value: string
  onClose: () => void
}) {
  const { t } = useTranslation(['measures', 'common'])
  const { Form, formProps, reply, errors, values } = useFormReply('change-measure', {
    isMine: values => `before.${field}` in values,
    onDone: onClose,
  })
  const [before] = useState(values[`before.${field}`] ?? value)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const input = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('.input')
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])

  const page = `/measures/${measureId}`
  const isOvertaken = reply?.reason === 'changed-meanwhile'
  const props = {
    name: field,
    defaultValue: values[field] ?? before,
    label: t(`columns.${field}`),
    error: isOvertaken ? undefined : (errors[field] ?? errors['']),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }
  return (
    <Form {...formProps} ref={form} action={`${page}?edit=${field}`} className="in-place-form" onKeyDown={onKeyDown}>
      {field === 'title' && <h1 className="sr-only">{value}</h1>}
      <input type="hidden" name="intent" value="change-measure" />
      <input type="hidden" name={`before.${field}`} value={isOvertaken ? value : before} />
      {isOvertaken && (
        <Note tone="warn" role="alert" className="mb-3">
          {t('measure.meanwhile')} <strong className="font-serif">{value}</strong> {t('measure.mineIsKept')}
        </Note>
      )}
      {field === 'title' ? (
        <TextInput {...props} maxLength={200} labelHidden className="title-input" />
      ) : (
        <TextArea {...props} maxLength={2000} labelHidden rows={4} />
      )}
      <div className="row mt-2">
        <Button type="submit" variant="primary" small>
          {isOvertaken ? t('measure.saveMine') : t('measure.save')}
        </Button>
        <LinkButton
          to={page}
          variant="ghost"
          small
          onClick={event => {
            event.preventDefault()
            onClose()
          }}
        >
          {isOvertaken ? t('measure.keepTheirs') : t('common:cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
