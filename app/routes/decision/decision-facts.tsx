import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateText } from '#app/components/date-text'
import { Facts } from '#app/components/facts'
import { ServedConditions } from '#app/components/served-conditions'
import { useFormat } from '#app/i18n/use-format'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionDetail } from '#server/decisions/decision-detail.shared'
import type { MeasureThenAndNow } from './then-and-now'

export type ShownDecision = Omit<DecisionDetail, 'measures'> & { measures: MeasureThenAndNow[] }

/** When, where and how it was taken, about what, and what else was decided about that. */
export function DecisionFacts({ decision }: { decision: ShownDecision }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const { meetingId, meetingTitle, agendaItem, recordedFor, measures, related } = decision
  const item = agendaItem && `?item=${agendaItem.id}`
  const recordedOn = format.date(decision.recordedAt)
  return (
    <aside aria-label={t('takenIn')}>
      <section className="side-section">
        <h2>{t('takenIn')}</h2>
        <Facts
          facts={[
            {
              term: t('facts.meeting'),
              value: (
                <>
                  <Link to={`/meetings/${meetingId}${item ?? ''}`}>{meetingTitle}</Link>
                  {agendaItem && `, ${t('point', { position: agendaItem.position })}`}
                </>
              ),
            },
            { term: t('facts.date'), value: <DateText date={decision.decidedOn} /> },
            { term: t('facts.way'), value: t(`ways.${decision.reachedBy}`) },
            measures.length > 0 && { term: t('facts.about'), value: <About measures={measures} /> },
            {
              term: t('facts.recorded'),
              value: recordedFor ? t('facts.recordedBy', { date: recordedOn, code: recordedFor }) : recordedOn,
            },
          ]}
        />
        <ServedConditions conditions={decision.serves} />
      </section>
      {related.length > 0 && (
        <section className="side-section">
          <h2>{t('related')}</h2>
          <ul className="space-y-2 text-sm">
            {related.map(other => (
              <li key={other.id}>
                <Link to={`/decisions/${other.id}`}>{registerNumber(other)}</Link> {other.title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

function About({ measures }: { measures: MeasureThenAndNow[] }) {
  const { t } = useTranslation('decisions')
  return (
    <ul>
      {measures.map(({ id, title, number, version }) => (
        <li key={id}>
          <Link to={`/measures/${id}`}>
            {number !== null && `${number} · `}
            {title}
          </Link>
          , {t('facts.frozen', { version: t('versionLower', { number: version }) })}
        </li>
      ))}
    </ul>
  )
}
