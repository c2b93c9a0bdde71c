import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Panel } from '#app/components/panel'
import { Percentage } from '#app/components/percentage'
import { DemoMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import type { RoundInList } from '#server/rounds/round.shared'

/** Rounds that are open, with how much was answered. */
export function RoundsPanel({ rounds }: { rounds: RoundInList[] }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  return (
    <Panel
      title={t('short')}
      end={
        <Link className="text-sm" to="/update-rounds">
          {t('home.allRounds')}
        </Link>
      }
    >
      {rounds.length === 0 && <p className="text-sm text-ink-2">{t('noneOpen')}</p>}
      <ul className="rounds-panel">
        {rounds.map(({ id, title, isDemo, measureCount, answeredCount, dueOn }) => (
          <li key={id}>
            <Link className="font-semibold" to={`/update-rounds/${id}`}>
              {title}
            </Link>{' '}
            <DemoMark isDemo={isDemo} />
            <Percentage percentage={Math.round((100 * answeredCount) / Math.max(1, measureCount))} />
            <span className="text-sm text-ink-2">
              {t('answeredOf', { answered: answeredCount, count: measureCount })},{' '}
              {t('due', { date: format.date(dueOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
