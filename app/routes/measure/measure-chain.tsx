import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'
import { decisionLabel } from './decision-label'
import type { PositionsOnMeasure } from './load-positions.server'

/** The place of a measure in the chain: its text, where it was discussed, what was decided. The newest of each is named. */
export function MeasureChain({ measure, standing }: { measure: MeasureDetail; standing: PositionsOnMeasure }) {
  const { t } = useTranslation('measures')
  const format = useFormat()
  const { version, agendaItems, decisions } = measure
  const [item] = agendaItems
  const [decision] = decisions
  return (
    <section className="section" aria-labelledby="chain-title">
      <h2 id="chain-title" className="mb-2.5">
        {t('chain.title')}
      </h2>
      <ol className="chain" aria-label={t('chain.label')}>
        <li aria-current="step">
          <span className="kind">{t('chain.measure')}</span>
          <Link to={`/measures/${measure.id}/versions`}>
            {version ? t('chain.version', { number: version.number }) : t('chain.draft')}
          </Link>
          <span className="detail">
            {version ? t(version.isCurrent ? 'chain.isCurrent' : 'chain.hasChanged') : t('chain.noVersion')}
          </span>
        </li>
        <PositionsStep standing={standing} />
        <li>
          <span className="kind">{t('chain.agendaItem')}</span>
          {item ? (
            <>
              <Link to={`/meetings/${item.meetingId}`}>
                {t('agenda.point', { position: item.position, date: format.date(item.startsAt) })}
              </Link>
              <span className="detail">
                {t(`agenda.kinds.${item.kind}`)} <More count={agendaItems.length - 1} />
              </span>
            </>
          ) : (
            <span className="detail">{t('chain.none')}</span>
          )}
        </li>
        <li>
          <span className="kind">{t('chain.decision')}</span>
          {decision ? (
            <>
              <Link to={`/decisions/${decision.id}`}>{decisionLabel(decision)}</Link>
              <span className="detail">
                {t('decisions.onVersion', { number: decision.versionNumber })} <More count={decisions.length - 1} />
              </span>
            </>
          ) : (
            <span className="detail">{t('chain.none')}</span>
          )}
        </li>
      </ol>
    </section>
  )
}

/** How many of those who are asked said what they think of it. */
function PositionsStep({ standing: { round, positions } }: { standing: PositionsOnMeasure }) {
  const { t } = useTranslation(['positions', 'measures'])
  const format = useFormat()
  return (
    <li>
      <span className="kind">{t('measure.chain')}</span>
      {round ? (
        <>
          <Link to={`/position-rounds/${round.id}`}>
            {t('measure.chainOf', {
              answered: positions.filter(position => position.positionId).length,
              count: positions.length,
            })}
          </Link>
          <span className="detail">
            {round.closedAt ? t('measure.chainClosed') : t('measure.chainOpen', { date: format.date(round.closesAt) })}
          </span>
        </>
      ) : (
        <span className="detail">{t('measures:chain.none')}</span>
      )}
    </li>
  )
}

function More({ count }: { count: number }) {
  const { t } = useTranslation('measures')
  if (count < 1) return null
  return <>· {t('chain.more', { count })}</>
}
