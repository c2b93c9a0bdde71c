import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'
import { decisionLabel } from './decision-label'

/** The place of a measure in the chain: its text, where it was discussed, what was decided. The newest of each is named. */
export function MeasureChain({ measure }: { measure: MeasureDetail }) {
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

function More({ count }: { count: number }) {
  const { t } = useTranslation('measures')
  if (count < 1) return null
  return <>· {t('chain.more', { count })}</>
}
