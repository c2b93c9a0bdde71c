import './positions.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { StandingCount } from '#server/positions/position.shared'
import { classNames } from './class-names'

/** How bodies stand, each kind as wide as it has bodies; its words say the same. */
export function SplitBar({ counts, large }: { counts: StandingCount[]; large?: boolean }) {
  const { t } = useTranslation('positions')
  if (counts.length === 0) return null
  const words = counts.map(({ standing, count }) => t(`counts.${standing}`, { count })).join(', ')
  return (
    <span className={classNames('split-bar', large && 'large')} role="img" aria-label={words}>
      {counts.map(({ standing, count }) => (
        <i key={standing} className={standing} style={{ '--count': count } as CSSProperties} />
      ))}
    </span>
  )
}

/** The same in words, each with the look of its part. */
export function SplitLegend({ counts }: { counts: StandingCount[] }) {
  const { t } = useTranslation('positions')
  return (
    <span className="split-legend" aria-hidden="true">
      {counts.map(({ standing, count }) => (
        <span key={standing}>
          <i className={standing} />
          {t(`counts.${standing}`, { count })}
        </span>
      ))}
    </span>
  )
}
