import { useTranslation } from 'react-i18next'
import { SplitBar, SplitLegend } from '#app/components/split-bar'
import { countStandings } from '#server/positions/position.shared'
import type { Stands } from './stands'

/** How the bodies stand and what they still ask, in a line where the decision is written. */
export function StandsInShort({ stands: { positions, conditions } }: { stands: Stands }) {
  const { t } = useTranslation('decisions')
  if (positions.length === 0 && conditions.length === 0) return null
  const counts = countStandings(positions)
  return (
    <p className="stands-in-short">
      <a href="#positions">{t('form.standsTitle')}</a>
      <SplitBar counts={counts} />
      <SplitLegend counts={counts} />
      {conditions.length > 0 && <a href="#conditions">{t('form.openConditions', { count: conditions.length })}</a>}
    </p>
  )
}
