import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PositionRoundState } from '#app/components/position-round-state'
import { DemoMark } from '#app/components/provenance'
import { SplitBar, SplitLegend } from '#app/components/split-bar'
import { useFormat } from '#app/i18n/use-format'
import type { PositionRoundInList } from '#server/positions/position-round.shared'

/** Rounds, each with how the bodies stand. */
export function RoundRows({ rounds, now }: { rounds: PositionRoundInList[]; now: Date }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  return (
    <ul className="position-rounds">
      {rounds.map(round => (
        <li key={round.id}>
          <div className="what">
            <Link to={`/position-rounds/${round.id}`}>{round.title}</Link> <DemoMark isDemo={round.isDemo} />
            <p className="text-ink-2">
              {round.measures.length === 1 ? round.measures[0]?.title : t('measures', { count: round.measures.length })}
              {' · '}
              {t('bodies', { count: round.bodyCount })}
              {' · '}
              {round.closedAt
                ? t('closedOn', { date: format.date(round.closedAt) })
                : t('until', { date: format.date(round.closesAt), time: format.time(round.closesAt) })}
            </p>
          </div>
          <div className="stand">
            <SplitBar counts={round.counts} />
            <SplitLegend counts={round.counts} />
          </div>
          <div className="state">
            <PositionRoundState round={round} now={now} />
          </div>
        </li>
      ))}
    </ul>
  )
}
