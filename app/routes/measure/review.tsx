import { Check, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { useToast } from '#app/components/toast'
import { useFormat } from '#app/i18n/use-format'
import { useFormReply } from '#app/use-form-reply'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'

/** When somebody last said that a measure still holds, when that is due again, and one click to say so now. */
export function Review({ measure, canReview }: { measure: MeasureDetail; canReview: boolean }) {
  const { t } = useTranslation('facts')
  const format = useFormat()
  const toast = useToast()
  const { id, reviewedOn, reviewedByCode, reviewDueOn } = measure
  const { Form, formProps, reply, errors } = useFormReply('review-measure')
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each answer, in the words of that moment
  useEffect(() => {
    if (!reply?.ok) return
    toast(reviewDueOn ? t('review.thanks', { date: format.date(reviewDueOn) }) : t('review.thanksForGood'))
  }, [reply])
  if (!canReview && !reviewedOn && !reviewDueOn) return null
  const isOverdue = reviewDueOn !== null && reviewDueOn < format.today
  const lastReview = () => {
    if (!reviewedOn) return t('review.never')
    const date = format.date(reviewedOn)
    return reviewedByCode ? t('review.last', { date, code: reviewedByCode }) : t('review.lastElsewhere', { date })
  }
  return (
    <section className="side-section" aria-labelledby="review">
      <h2 id="review">{t('review.title')}</h2>
      {isOverdue && (
        <p className="moved mb-2 mt-0">
          <Icon of={TriangleAlert} />
          <span>{t('review.overdue', { date: format.date(reviewDueOn) })}</span>
        </p>
      )}
      <p className="text-sm text-ink-2">
        {lastReview()} {reviewDueOn && !isOverdue && t('review.next', { date: format.date(reviewDueOn) })}
      </p>
      {canReview && (
        <Form {...formProps} action={`/measures/${id}`} className="mt-2.5">
          <input type="hidden" name="intent" value="review-measure" />
          <Button type="submit" small icon={Check}>
            {t('review.done')}
          </Button>
          {errors[''] && (
            <p className="field-error" role="alert">
              {errors['']}
            </p>
          )}
        </Form>
      )}
    </section>
  )
}
