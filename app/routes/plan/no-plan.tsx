import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { Note } from '#app/components/note'
import { PageHeader } from '#app/components/page-header'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useFormReply } from '#app/use-form-reply'

/** A group that has no plan: its coordinator makes one here. */
export function NoPlan({ canCreate }: { canCreate: boolean }) {
  const { t } = useTranslation('plan')
  const { Form, formProps, errors, values } = useFormReply('create-plan')
  if (!canCreate) return <EmptyState title={t('noPlan.title')}>{t('noPlan.reader')}</EmptyState>
  const field = (name: 'title' | 'priorities' | 'axes') => ({
    name,
    defaultValue: values[name],
    error: errors[name],
  })
  return (
    <div className="narrow">
      <PageHeader title={t('noPlan.title')} subtitle={t('noPlan.coordinator')} />
      <Form {...formProps} action="/measures">
        <input type="hidden" name="intent" value="create-plan" />
        {errors[''] && (
          <Note tone="bad" role="alert">
            {errors['']}
          </Note>
        )}
        <TextInput {...field('title')} label={t('noPlan.name')} maxLength={200} required />
        <TextArea
          {...field('priorities')}
          label={t('noPlan.priorities')}
          hint={t('noPlan.onePerLine')}
          rows={6}
          required
        />
        <TextArea {...field('axes')} label={t('noPlan.axes')} hint={t('noPlan.onePerLine')} rows={3} optional />
        <Button type="submit" variant="primary" className="mt-6">
          {t('noPlan.create')}
        </Button>
      </Form>
    </div>
  )
}
