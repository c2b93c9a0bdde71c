import { useTranslation } from 'react-i18next'
import { ConditionList } from '#app/components/condition-list'
import type { ActionInList } from '#server/actions/action.shared'
import type { EffectToApply } from '#server/decisions/effect.shared'
import type { PositionsOnMeasure } from './load-positions.server'

/** On what bodies agree with this measure, and whether that is met. */
export function Conditions({
  standing: { conditions, choices },
  followUp,
}: {
  standing: PositionsOnMeasure
  followUp: { effects: EffectToApply[]; actions: ActionInList[] }
}) {
  const { t } = useTranslation('positions')
  if (conditions.length === 0) return null
  const count = (state: string) => conditions.filter(condition => condition.state === state).length
  return (
    <section className="side-section" aria-labelledby="conditions">
      <div className="heading">
        <h2 id="conditions">{t('conditions.title')}</h2>
        <span className="text-sm text-ink-3">
          {t('conditions.summary', { open: count('open'), met: count('met') })}
        </span>
      </div>
      <ConditionList conditions={conditions} choices={{ ...choices, ...followUp }} />
    </section>
  )
}
