import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useFormReply } from '#app/use-form-reply'
import type { ShownVersion } from './load-versions.server'

/** Brings a version back; it says what that does. */
export function RestoreForm({ measureId, version: { number } }: { measureId: string; version: ShownVersion }) {
  const { t } = useTranslation('versions')
  const isBusy = useNavigation().state !== 'idle'
  const { errors } = useFormReply('restore-version', {
    isMine: values => values.number === String(number),
  })
  const error = errors[''] ?? errors.number
  const version = t('versionLower', { number })
  return (
    // Not by a fetcher: the notice that the text changed comes before the answer, and would take its redirect away.
    <Form
      key={number}
      method="post"
      action={`/measures/${measureId}/versions?restore=${number}`}
      className="panel restore"
      onSubmit={event => isBusy && event.preventDefault()}
    >
      <input type="hidden" name="intent" value="restore-version" />
      <input type="hidden" name="number" value={number} />
      <p>{t('restore.what', { version })}</p>
      <p className="text-ink-2">{t('restore.undo')}</p>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <Button type="submit" variant="primary" className="mt-3">
        {t('restore.confirm')}
      </Button>
    </Form>
  )
}
