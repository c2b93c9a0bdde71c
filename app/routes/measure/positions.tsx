import { Link } from '@remix-run/react'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import { SplitBar, SplitLegend } from '#app/components/split-bar'
import { StanceChip } from '#app/components/stance-chip'
import { useFormat } from '#app/i18n/use-format'
import { countStandings } from '#server/positions/position.shared'
import type { PositionsOnMeasure } from './load-positions.server'

/** How bodies stand on this measure, in the newest round about it. */
export function Positions({ measureId, standing }: { measureId: string; standing: PositionsOnMeasure }) {
  const { t } = useTranslation('positions')
  const { round, positions, canAsk } = standing
  const counts = countStandings(positions)
  return (
    <section className="side-section" aria-labelledby="positions">
      <div className="heading">
        <h2 id="positions">{t('title')}</h2>
        {round && (
          <span className="end">
            <Link to={`/position-rounds/${round.id}`}>{t('measure.onVersion', { version: round.version })}</Link>{' '}
            <DemoMark isDemo={round.isDemo} />
          </span>
        )}
      </div>
      {round ? (
        <>
          <SplitBar counts={counts} />
          <SplitLegend counts={counts} />
          <ul className="key-values positions-of">
            {positions.map(position => (
              <Row key={position.body.id} measureId={measureId} position={position} closesAt={round.closesAt} />
            ))}
          </ul>
        </>
      ) : (
        <p className="text-sm text-ink-3">{t('measure.none')}</p>
      )}
      {round && round.earlier > 0 && (
        <p className="mt-2 text-sm">
          <Link to="/position-rounds">{t('measure.earlier', { count: round.earlier })}</Link>
        </p>
      )}
      {canAsk && (
        <LinkButton to={`/position-rounds/new?measure=${measureId}`} icon={Scale} small className="mt-3">
          {t(round && !round.closedAt ? 'askAgain' : 'ask')}
        </LinkButton>
      )}
    </section>
  )
}

function Row({
  measureId,
  position,
  closesAt,
}: {
  measureId: string
  position: PositionsOnMeasure['positions'][number]
  closesAt: Date
}) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { body, standing, isStale, version, takenAt } = position
  return (
    <li data-body={body.code} data-standing={isStale ? 'stale' : standing}>
      <SectorChip {...body} />
      <StanceChip standing={standing} staleOn={isStale ? version.number : undefined} />
      <span className="end">
        {isStale ? (
          <Link
            to={`/measures/${measureId}/versions?from=${version.number}&to=now#verschil`}
            aria-label={`${t('measure.difference')}: ${body.code}`}
          >
            {t('measure.difference')}
          </Link>
        ) : takenAt ? (
          format.date(takenAt)
        ) : (
          standing === 'not-yet' && t('untilDay', { date: format.date(closesAt) })
        )}
      </span>
    </li>
  )
}
