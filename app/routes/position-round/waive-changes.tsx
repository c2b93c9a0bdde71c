import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextArea } from '#app/components/text-area'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'
import type { BodyPosition } from '#server/positions/position.shared'
import type { RoundedMeasure } from '#server/positions/position-round.shared'

interface Props {
  round: { id: string }
  measure: RoundedMeasure
  positions: BodyPosition[]
}

/** Lets a coordinator say that what changed is spelling or white space; for each version that positions are stale on. */
export function WaiveChanges({ round, measure, positions }: Props) {
  const stale = positions.filter(position => position.isStale)
  const versions = new Map(stale.map(position => [position.version.id, position.version.number]))
  return (
    <>
      {[...versions].map(([id, number]) => (
        <WaiveForm key={id} round={round} measure={measure} version={{ id, number }} />
      ))}
    </>
  )
}

function WaiveForm({
  round,
  measure,
  version,
}: Omit<Props, 'positions'> & { version: { id: string; number: number } }) {
  const { t } = useTranslation('positions')
  const toast = useToast()
  const { Form, formProps, errors, values } = useFormReply('waive', {
    isMine: values => values.fromVersionId === version.id,
    onDone: () => toast(t('waive.done', { version: version.number })),
  })
  const error = errors.reason ?? errors['']
  return (
    <details className="waive" open={error !== undefined || undefined}>
      <summary className="button small">{t('waive.open')}</summary>
      <Form {...formProps} action={`/position-rounds/${round.id}`} className="panel">
        <input type="hidden" name="intent" value="waive" />
        <input type="hidden" name="measureId" value={measure.id} />
        <input type="hidden" name="fromVersionId" value={version.id} />
        <input type="hidden" name="hash" value={measure.hash} />
        <TextArea
          name="reason"
          label={t('waive.reason')}
          hint={t('waive.hint', { version: version.number })}
          defaultValue={values.reason}
          error={error}
          maxLength={1000}
          rows={2}
          required
        />
        <Button type="submit" small className="mt-3">
          {t('waive.send')}
        </Button>
      </Form>
    </details>
  )
}
