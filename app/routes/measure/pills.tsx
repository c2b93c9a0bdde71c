import { CircleCheck, Clock, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { Pill } from '#app/components/pill'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'

/** How far a request to another level is. */
export function RequestPill({ measure: { requestState } }: { measure: Pick<MeasureDetail, 'requestState'> }) {
  const { t } = useTranslation('facts')
  if (!requestState) return null
  const word = t(`request.states.${requestState}`)
  if (requestState === 'answered') {
    return (
      <Pill tone="ok" icon={CircleCheck}>
        {word}
      </Pill>
    )
  }
  return requestState === 'asked' ? (
    <Pill tone="info" icon={Clock}>
      {word}
    </Pill>
  ) : (
    <Pill tone="line">{word}</Pill>
  )
}

/** The measure should have been looked through by now; leads to where that is said and done. */
export function ReviewPill({ measure: { reviewDueOn } }: { measure: Pick<MeasureDetail, 'reviewDueOn'> }) {
  const { t } = useTranslation('facts')
  const { today } = useFormat()
  if (!reviewDueOn || reviewDueOn >= today) return null
  return (
    <div>
      <dt className="sr-only">{t('review.title')}</dt>
      <dd>
        <a className="pill warn" href="#review">
          <Icon of={History} size="small" />
          {t('review.overduePill')}
        </a>
      </dd>
    </div>
  )
}
