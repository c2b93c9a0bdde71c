import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import type { FormReply } from '#app/form-reply'

const hidden = ['intent', 'viewId', 'path', 'query', 'back'] as const

/** What was sent, with what is wrong with it. */
export function Again({ reply: { intent, values, errors } }: { reply: FormReply }) {
  const { t } = useTranslation('plan')
  const elsewhere = Object.entries(errors).filter(([field]) => field !== 'name')
  return (
    <form method="post" action="/measures/views">
      {elsewhere.map(([field, text]) => (
        <Note key={field} tone="bad" role="alert" className="mb-4">
          {text}
        </Note>
      ))}
      {hidden.map(name => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      {intent !== 'delete-view' && (
        <>
          <TextInput
            name="name"
            label={t('savedViews.name')}
            defaultValue={values.name}
            error={errors.name}
            maxLength={60}
            required
          />
          {values.isShared && (
            <label className="check mt-2">
              <input type="checkbox" name="isShared" value="1" defaultChecked />
              {t('savedViews.share')}
            </label>
          )}
          <Button type="submit" variant="primary" className="mt-3">
            {t('savedViews.save')}
          </Button>
        </>
      )}
    </form>
  )
}
