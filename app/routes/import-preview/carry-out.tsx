import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import type { action, Preview } from './route'

/** The button that brings the file in, with what it would not do; or that there is nothing to do. */
export function CarryOut({ preview }: { preview: Preview }) {
  const { t } = useTranslation('exchange')
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state !== 'idle'
  const counts = [preview.counts, ...preview.tables.map(table => table.counts)]
  const isNothing = counts.every(one => one.new + one.changed === 0)
  const hasErrors = counts.some(one => one.error > 0)
  const bringsOwners = preview.tables.some(({ kind }) => kind === 'responsibilities')
  return (
    <section className="mt-6" aria-label={t('import.carryOut')}>
      {answer?.error && (
        <Note tone="bad" role="alert" className="mb-4">
          {answer.error}
        </Note>
      )}
      {isNothing && !hasErrors ? (
        <Note tone="ok" className="mb-4">
          {t('import.nothing')}
        </Note>
      ) : (
        <Form method="post" className="import-go">
          <p className="text-sm text-ink-2">
            {t('import.proposed')} {bringsOwners && t('import.acceptedThere')} {t('import.textKept')}
          </p>
          {hasErrors && (
            <label className="check">
              <input type="checkbox" name="skipErrors" value="1" />
              {t('import.skipErrors')}
            </label>
          )}
          <div className="flex gap-3">
            <Button type="submit" name="intent" value="carry-out" variant="primary" disabled={isBusy}>
              {t('import.carryOut')}
            </Button>
            <LinkButton to="/measures/import">{t('import.another')}</LinkButton>
          </div>
        </Form>
      )}
    </section>
  )
}
