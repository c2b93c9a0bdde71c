import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'
import type { BodyPosition } from '#server/positions/position.shared'
import type { RoundedMeasure } from '#server/positions/position-round.shared'

/** Says that the text has changed since, and lets the body say in one click that its position still holds. */
export function Reconfirm({
  round,
  measure,
  position,
}: {
  round: { id: string }
  measure: RoundedMeasure
  position: BodyPosition
}) {
  const { t } = useTranslation('positions')
  const toast = useToast()
  const { Form, formProps, errors } = useFormReply('reconfirm', {
    isMine: values => values.seen === position.positionId,
    onDone: () => toast(t('mine.reconfirmed')),
  })
  const difference =
    position.version.id === measure.version.id
      ? `#text-${measure.id}`
      : `/measures/${measure.id}/versions?from=${position.version.number}&to=now#verschil`
  return (
    <div className="stale-position">
      <Note tone="warn">
        {t('mine.staleNote')} <Link to={difference}>{t('mine.seeDifference')}</Link>
      </Note>
      {position.positionId && (
        <Form {...formProps} action={`/position-rounds/${round.id}`}>
          <input type="hidden" name="intent" value="reconfirm" />
          <input type="hidden" name="measureId" value={measure.id} />
          <input type="hidden" name="bodyId" value={position.body.id} />
          <input type="hidden" name="seen" value={position.positionId} />
          <input type="hidden" name="hash" value={measure.hash} />
          <Button type="submit" variant="primary">
            {t('mine.reconfirm')}
            <span className="sr-only">: {measure.title}</span>
          </Button>
        </Form>
      )}
      {errors[''] && (
        <p className="field-error" role="alert">
          {errors['']}
        </p>
      )}
    </div>
  )
}
