import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { HitText } from '#app/components/hit-text'
import { Icon } from '#app/components/icon'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import type { HitOnOwner } from '#server/dependencies/dependency-graph.shared'

/** What others did to measures on which mine depend. */
export function HitsOnMine({ hits }: { hits: HitOnOwner[] }) {
  const { t } = useTranslation('dependencies')
  const format = useFormat()
  if (hits.length === 0) return null
  return (
    <Section title={t('hits.title')} count={hits.length}>
      <ul>
        {hits.map(({ measureId, measureTitle, causeId, causeTitle, hit }) => (
          <li key={`${measureId} ${causeId}`} className="work-row feed">
            <span className="mark text-warn">
              <Icon of={TriangleAlert} />
            </span>
            <div className="what">
              <p>
                <Link to={`/measures/${causeId}`}>{causeTitle}</Link> <HitText hit={hit} />. {t('hits.waiting')}{' '}
                <Link to={`/measures/${measureId}#dependencies`}>{measureTitle}</Link>
              </p>
            </div>
            <time className="when" dateTime={hit.at.toISOString()}>
              {format.date(hit.at)}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  )
}
