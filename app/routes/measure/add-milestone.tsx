import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import { useFormReply } from '#app/use-form-reply'

/** A milestone in a line and a date; the form stays open, for the next one. */
export function AddMilestone({ measureId }: { measureId: string }) {
  const { t } = useTranslation('milestones')
  const place = useRef<HTMLDetailsElement>(null)
  const ready = () => {
    place.current?.querySelector('form')?.reset()
    place.current?.querySelector<HTMLInputElement>('[name=label]')?.focus()
  }
  const { Form, formProps, reply, errors, values } = useFormReply('add-milestone', { onDone: ready })
  const typed = reply?.ok ? {} : values
  return (
    <details className="answer propose" ref={place} open={Object.keys(errors).length > 0 || undefined}>
      <summary className="button small">
        <Icon of={Plus} />
        {t('add')}
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value="add-milestone" />
        {errors[''] && (
          <Note tone="bad" role="alert">
            {errors['']}
          </Note>
        )}
        <TextInput
          name="label"
          label={t('label')}
          defaultValue={typed.label}
          error={errors.label}
          maxLength={200}
          required
        />
        <TextInput
          name="date"
          label={t('when')}
          hint={t('whenHint')}
          defaultValue={typed.date}
          error={errors.date}
          maxLength={20}
          required
        />
        <label className="check mt-3">
          <input type="checkbox" name="isReached" defaultChecked={typed.isReached === 'on'} />
          <span>{t('isReached')}</span>
        </label>
        <Button type="submit" variant="primary" small className="mt-4">
          {t('addNow')}
        </Button>
      </Form>
    </details>
  )
}
