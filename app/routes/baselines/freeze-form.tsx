import { Form, useActionData, useNavigation } from '@remix-run/react'
import { Snowflake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import type { FormReply } from '#app/form-reply'
import { baselineReasons } from '#server/baselines/baseline.shared'

/** Freezes the plan as it stands. It leads on to another page, so the browser's own navigation sends it. */
export function FreezeForm({ today, isFirst }: { today: string; isFirst: boolean }) {
  const { t } = useTranslation('baselines')
  const reply = useActionData<FormReply>()
  const isBusy = useNavigation().state === 'submitting'
  const errors = reply?.errors ?? {}
  const values = reply?.values ?? {}
  return (
    <details className="freeze" open={isFirst || Object.keys(errors).length > 0 || undefined}>
      <summary className="button">
        <Icon of={Snowflake} />
        {t('freeze.open')}
      </summary>
      <Form method="post" action="/baselines" className="panel freeze-form">
        <p className="text-sm text-ink-2 mb-3">{t('freeze.intro')}</p>
        {errors[''] && (
          <Note tone="bad" role="alert" className="mb-3">
            {errors['']}
          </Note>
        )}
        <TextInput
          name="name"
          label={t('freeze.name')}
          hint={t('freeze.nameHint')}
          defaultValue={values.name}
          error={errors.name}
          maxLength={120}
          required
        />
        <Select name="reason" label={t('freeze.reason')} defaultValue={values.reason} error={errors.reason}>
          {baselineReasons.map(reason => (
            <option key={reason} value={reason}>
              {t(`reasons.${reason}`)}
            </option>
          ))}
        </Select>
        <TextInput
          name="datedOn"
          type="date"
          label={t('freeze.datedOn')}
          defaultValue={values.datedOn ?? today}
          error={errors.datedOn}
          required
        />
        <TextArea
          name="note"
          label={t('freeze.note')}
          defaultValue={values.note}
          error={errors.note}
          maxLength={1000}
          rows={2}
          optional
        />
        <Button type="submit" variant="primary" className="mt-4" disabled={isBusy}>
          {t('freeze.submit')}
        </Button>
      </Form>
    </details>
  )
}
