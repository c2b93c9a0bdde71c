import './progress.css'
import { useTranslation } from 'react-i18next'
import type { Confidence } from '#server/measures/progress.shared'

/** How far something is: a number, and a bar that says the same. */
export function Percentage({ percentage, confidence }: { percentage: number; confidence?: Confidence }) {
  const { t } = useTranslation('progress')
  return (
    <span className="percentage">
      <span className="number">{t('percent', { percentage })}</span>
      <svg className={confidence} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="8" />
        <rect className="done" width={percentage} height="8" />
      </svg>
    </span>
  )
}
