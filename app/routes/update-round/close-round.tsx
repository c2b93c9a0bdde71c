import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextArea } from '#app/components/text-area'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'

/** Closes the round, with what the group concludes. It cannot be opened again, so it is asked for in two steps. */
export function CloseRound({ roundId }: { roundId: string }) {
  const { t } = useTranslation('rounds')
  const toast = useToast()
  const { Form, formProps, errors, values } = useFormReply('close-round', { onDone: () => toast(t('round.closed')) })
  const error = errors.conclusion ?? errors['']
  return (
    <details className="close-round" open={error !== undefined || undefined}>
      <summary className="button">{t('round.close')}</summary>
      <Form {...formProps} action={`/update-rounds/${roundId}`} className="panel">
        <input type="hidden" name="intent" value="close-round" />
        <p className="mb-4 text-sm">{t('round.closeHint')}</p>
        <TextArea
          name="conclusion"
          label={t('round.conclusion')}
          hint={t('round.conclusionHint')}
          defaultValue={values.conclusion}
          error={error}
          maxLength={5000}
          rows={4}
          optional
        />
        <Button type="submit" variant="primary" className="mt-4">
          {t('round.closeNow')}
        </Button>
      </Form>
    </details>
  )
}
