import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextArea } from '#app/components/text-area'
import { useFormReply } from '#app/use-form-reply'
import type { MilestoneOnMeasure } from '#server/measures/milestone.shared'

interface Props {
  measureId: string
  milestone: MilestoneOnMeasure
  onDone: () => void
}

/** Says that a milestone will not come, and why; one that was dropped is taken up again. */
export function DropMilestone({ measureId, milestone: { id, state }, onDone }: Props) {
  const { t } = useTranslation('milestones')
  const isDropped = state === 'dropped'
  const intent = isDropped ? 'resume-milestone' : 'drop-milestone'
  const { Form, formProps, errors, values } = useFormReply(intent, {
    isMine: values => values.milestoneId === id,
    onDone,
  })
  const error = errors.reason ?? errors['']
  const form = (
    <Form {...formProps} action={`/measures/${measureId}?edit=milestone-${id}`} className="mt-2">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="milestoneId" value={id} />
      {!isDropped && (
        <TextArea
          name="reason"
          label={t('dropReason')}
          defaultValue={values.reason}
          error={error}
          maxLength={1000}
          rows={2}
          required
        />
      )}
      {isDropped && error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <Button type="submit" small className="mt-2">
        {isDropped ? t('resume') : t('dropNow')}
      </Button>
    </Form>
  )
  if (isDropped) return form
  return (
    <details className="drop" open={error !== undefined || undefined}>
      <summary className="link-button text-sm">{t('drop')}</summary>
      {form}
    </details>
  )
}
