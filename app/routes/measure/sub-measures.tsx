import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MeasureStatus } from '#app/components/measure-status'
import { DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import type { SubMeasure } from '#server/measures/measure-detail.shared'

/** The measures that this one is made of, with how far each is and who leads it. */
export function SubMeasures({ measures }: { measures: SubMeasure[] }) {
  const { t } = useTranslation('facts')
  if (measures.length === 0) return null
  return (
    <section className="section mb-7" aria-labelledby="parts-title">
      <div className="section-header">
        <h2 id="parts-title">{t('parts.title')}</h2>
        <span className="text-sm text-ink-3">{measures.length}</span>
      </div>
      <ul className="sub-measures">
        {measures.map(({ id, number, title, status, lead, isDemo }) => (
          <li key={id}>
            <span className="what">
              <Link to={`/measures/${id}`}>{number === null ? title : t('about.number', { number, title })}</Link>{' '}
              <DemoMark isDemo={isDemo} />
            </span>
            {lead ? <SectorChip {...lead} /> : <span className="text-ink-3">{t('parts.noLead')}</span>}
            <MeasureStatus status={status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
