import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { useFormReply } from '#app/use-form-reply'
import { FieldControl, type FormField } from './field-control'

/**
 * Several fields of a measure, being changed in one form. Only what was really changed is saved; where somebody else changed
 * a field meanwhile, that field says so and what was typed stays.
 */
export function FieldsForm({
  measureId,
  part,
  fields,
  onClose,
  className,
}: {
  measureId: string
  /** which of the forms of the page this is */
  part: string
  fields: FormField[]
  onClose: () => void
  className?: string
}) {
  const { t } = useTranslation(['facts', 'measures', 'common'])
  const { Form, formProps, reply, errors, values } = useFormReply('change-measure', {
    isMine: values => values.part === part,
    onDone: onClose,
  })
  const [before] = useState(() =>
    Object.fromEntries(fields.map(({ name, stored }) => [name, values[`before.${name}`] ?? stored])),
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input:not([type=hidden]), textarea')?.focus(), [])

  const page = `/measures/${measureId}`
  const isOvertaken = reply?.reason === 'changed-meanwhile'
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <Form {...formProps} ref={form} action={`${page}?edit=${part}`} className={className} onKeyDown={onKeyDown}>
      <input type="hidden" name="intent" value="change-measure" />
      <input type="hidden" name="part" value={part} />
      {errors[''] && (
        <Note tone="bad" role="alert">
          {errors['']}
        </Note>
      )}
      <div className="fields">
        {fields.map(field => {
          const { name, stored } = field
          const wasOvertaken = isOvertaken && errors[name] !== undefined
          const error = wasOvertaken ? overtakenBy(field) : errors[name]
          return (
            <div key={name} className={field.wide ? 'wide' : undefined}>
              <input type="hidden" name={`before.${name}`} value={wasOvertaken ? stored : before[name]} />
              <FieldControl field={field} value={values[name] ?? before[name] ?? ''} error={error} />
            </div>
          )
        })}
      </div>
      <div className="row mt-4">
        <Button type="submit" variant="primary" small>
          {isOvertaken ? t('measures:measure.saveMine') : t('measures:measure.save')}
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
          {t('common:cancel')}
        </LinkButton>
      </div>
    </Form>
  )

  /** What somebody else made of it, in words. */
  function overtakenBy({ stored, choices }: FormField): string {
    const now = stored.split('\n').map(value => choices?.find(choice => choice.value === value)?.label ?? value)
    const value = now.filter(Boolean).join(', ')
    return value ? t('overtaken', { value }) : t('emptied')
  }
}
