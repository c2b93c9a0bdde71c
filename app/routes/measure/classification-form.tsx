import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import { useFormReply } from '#app/use-form-reply'
import type { MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import { ClassificationField } from './classification-field'
import { useClassificationFields } from './use-classification-fields'

/** Everything a measure is classified by, in one form. Only what was really changed is saved. */
export function ClassificationForm({
  measure,
  options,
  onClose,
}: {
  measure: MeasureDetail
  options: MeasureOptions
  onClose: () => void
}) {
  const { t } = useTranslation(['measures', 'common'])
  const { Form, formProps, reply, errors, values } = useFormReply('change-measure', {
    isMine: values => 'before.kind' in values,
    onDone: onClose,
  })
  const fields = useClassificationFields(measure, options)
  const [before] = useState(() =>
    Object.fromEntries(fields.map(({ name, stored }) => [name, values[`before.${name}`] ?? stored])),
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('select')?.focus(), [])

  const page = `/measures/${measure.id}`
  const isOvertaken = reply?.reason === 'changed-meanwhile'
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <Form
      {...formProps}
      ref={form}
      action={`${page}?edit=classification`}
      className="panel classification-form"
      onKeyDown={onKeyDown}
    >
      <input type="hidden" name="intent" value="change-measure" />
      {errors[''] && (
        <Note tone="bad" role="alert">
          {errors['']}
        </Note>
      )}
      <div className="fields">
        {fields.map(({ name, stored, choices }) => {
          const wasOvertaken = isOvertaken && errors[name] !== undefined
          const now = choices?.find(choice => choice.value === stored)?.label ?? stored
          const error = wasOvertaken ? t('measure.meanwhileField', { value: now }) : errors[name]
          const props = { name, label: t(`columns.${name}`), error, defaultValue: values[name] ?? before[name] }
          return (
            <div key={name}>
              <input type="hidden" name={`before.${name}`} value={wasOvertaken ? stored : before[name]} />
              {choices ? (
                <ClassificationField {...props} choices={choices} />
              ) : (
                <TextInput {...props} inputMode="numeric" maxLength={4} optional />
              )}
            </div>
          )
        })}
      </div>
      <div className="row mt-4">
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
          {t('common:cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
