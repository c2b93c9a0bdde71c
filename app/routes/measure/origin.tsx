import { useTranslation } from 'react-i18next'
import { Facts } from '#app/components/facts'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'

const origins = [
  'plan-2016',
  'plan-2016-number-not-seen',
  'bottlenecks-2017',
  'vision-2017',
  'later-measure',
  'derived',
] as const
const fields = ['title', 'summary', 'number', 'kind', 'axis', 'level', 'horizon', 'priority', 'status'] as const

/** Where a measure comes from, how sure that is, and which of its fields were inferred. */
export function Origin({ measure }: { measure: MeasureDetail }) {
  const { t } = useTranslation('measures')
  const { source, certainty, fieldCertainty } = measure
  const origin = origins.find(known => known === measure.origin)
  const notKnown = { axis: measure.axisId === null, horizon: measure.horizonFrom === null } as Partial<
    Record<string, boolean>
  >
  const inferred = fields.filter(field => fieldCertainty[field] === 'inferred' && !notKnown[field])
  return (
    <section className="side-section" aria-labelledby="origin">
      <h2 id="origin">{t('origin.title')}</h2>
      {!source && !measure.origin && <p className="text-sm text-ink-3">{t('origin.here')}</p>}
      <Facts
        facts={[
          { term: t('origin.from'), value: origin ? t(`origin.origins.${origin}`) : measure.origin },
          { term: t('origin.source'), value: source },
          { term: t('origin.certainty'), value: certainty && t(`origin.${certainty}`) },
          { term: t('origin.inferredFields'), value: inferred.map(field => t(`origin.fields.${field}`)).join(', ') },
        ]}
      />
    </section>
  )
}
