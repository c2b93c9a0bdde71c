import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DemoMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import type { AgendaItemOnMeasure } from '#server/measures/measure-detail.shared'

/** The meetings where this measure is, or was, on the agenda. */
export function AgendaItems({ measureId, items }: { measureId: string; items: AgendaItemOnMeasure[] }) {
  const { t } = useTranslation(['measures', 'history'])
  const format = useFormat()
  return (
    <section className="side-section" aria-labelledby="agenda">
      <h2 id="agenda">{t('agenda.title')}</h2>
      {items.length === 0 && <p className="text-sm text-ink-3">{t('agenda.none')}</p>}
      <ul className="decisions">
        {items.map(item => (
          <li key={item.id}>
            <Link className="font-semibold" to={`/meetings/${item.meetingId}`}>
              {t('agenda.point', { position: item.position, date: format.date(item.startsAt) })}
            </Link>{' '}
            {item.title} <span className="text-ink-3">· {t(`agenda.kinds.${item.kind}`)}</span>{' '}
            <DemoMark isDemo={item.isDemo} />
            {item.isHeld && (
              <Link
                className="block"
                to={`/measures/${measureId}/history?meeting=${item.meetingId}`}
                aria-label={t('history:changed.sinceOf', { date: format.date(item.startsAt) })}
              >
                {t('history:changed.since')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
