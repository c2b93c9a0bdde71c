import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'
import type { PositionRoundFacts } from '#server/positions/position-round.shared'

/** Closes the round before its moment. It cannot be opened again, so it is asked for in two steps. */
export function CloseRound({ round }: { round: PositionRoundFacts }) {
  const { t } = useTranslation('positions')
  const toast = useToast()
  const { Form, formProps, errors } = useFormReply('close-round', { onDone: () => toast(t('round.closed')) })
  return (
    <details className="close-positions" open={errors[''] !== undefined || undefined}>
      <summary className="button">{t('round.close')}</summary>
      <Form {...formProps} action={`/position-rounds/${round.id}`} className="panel">
        <input type="hidden" name="intent" value="close-round" />
        <p className="mb-4 text-sm">
          {t('round.closeHint', { silence: t(`round.silence.${round.silenceMeans}`).toLowerCase() })}
        </p>
        <Button type="submit" variant="primary">
          {t('round.closeNow')}
        </Button>
        {errors[''] && (
          <p className="field-error" role="alert">
            {errors['']}
          </p>
        )}
      </Form>
    </details>
  )
}
