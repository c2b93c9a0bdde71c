import { useTranslation } from 'react-i18next'
import type { RollUp as Sums } from '#server/measures/progress.shared'

/** What sub-measures and milestones say, with the rule by which it was counted. */
export function RollUp({ rollUp }: { rollUp: Sums }) {
  const { t } = useTranslation('progress')
  const { subMeasures, reported, average, milestones, reached } = rollUp
  if (subMeasures === 0 && milestones === 0) return null
  return (
    <div className="roll-up">
      <h3>{t('rollUp.title')}</h3>
      <ul>
        {subMeasures > 0 && (
          <li>
            {reported > 0
              ? t('rollUp.subMeasures', { average, reported, count: subMeasures })
              : t('rollUp.noneReported', { count: subMeasures })}
          </li>
        )}
        {milestones > 0 && <li>{t('rollUp.milestones', { reached, count: milestones })}</li>}
      </ul>
      <p className="text-ink-3">{t('rollUp.rule')}</p>
    </div>
  )
}
