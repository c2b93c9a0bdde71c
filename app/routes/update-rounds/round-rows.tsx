import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Percentage } from '#app/components/percentage'
import { DemoMark } from '#app/components/provenance'
import { RoundState } from '#app/components/round-state'
import { useFormat } from '#app/i18n/use-format'
import type { RoundInList } from '#server/rounds/round.shared'

/** Rounds, each with how much of it was answered. */
export function RoundRows({ rounds }: { rounds: RoundInList[] }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  return (
    <ul className="round-rows">
      {rounds.map(round => (
        <li key={round.id}>
          <span className="what">
            <Link to={`/update-rounds/${round.id}`}>{round.title}</Link> <DemoMark isDemo={round.isDemo} />
          </span>
          <span className="answered">
            <Percentage percentage={Math.round((100 * round.answeredCount) / Math.max(1, round.measureCount))} />
            <span className="text-ink-2">
              {t('answeredOf', { answered: round.answeredCount, count: round.measureCount })}
            </span>
          </span>
          <span className="text-ink-2">
            {round.closedAt
              ? t('closedOn', { date: format.date(round.closedAt) })
              : t('due', { date: format.date(round.dueOn) })}
          </span>
          <span className="state">
            <RoundState round={round} />
          </span>
        </li>
      ))}
    </ul>
  )
}
