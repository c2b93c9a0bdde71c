import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useFormReply } from '#app/use-form-reply'
import type { EvidenceOnMeasure } from '#server/measures/evidence.shared'

/** Takes one thing away, after saying what that means: a file cannot be brought back. */
export function RemoveEvidence({ measureId, item }: { measureId: string; item: EvidenceOnMeasure }) {
  const { t } = useTranslation('facts')
  const { Form, formProps, errors } = useFormReply('remove-evidence', {
    isMine: values => values.evidenceId === item.id,
  })
  return (
    <details className="answer">
      <summary className="link-button" aria-label={t('evidence.removeOf', { name: item.name })}>
        {t('evidence.remove')}
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value="remove-evidence" />
        <input type="hidden" name="evidenceId" value={item.id} />
        <p className="mb-2">{t('evidence.removeSure')}</p>
        <Button type="submit" small variant="danger">
          {t('evidence.removeNow')}
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
