import { Link, useSearchParams } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { HitText } from '#app/components/hit-text'
import { Icon } from '#app/components/icon'
import { MeasureStatus } from '#app/components/measure-status'
import { DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { DependencyOnMeasure, LinkedMeasure } from '#server/dependencies/dependency-graph.shared'
import { AddDependency } from './add-dependency'
import { RemoveDependency } from './remove-dependency'
import './dependencies.css'

/** What this measure hangs together with, in words; `?edit=dependencies` is the page with the way to change that. */
export function Dependencies({
  measureId,
  dependencies,
  canLink,
  choices,
}: {
  measureId: string
  dependencies: DependencyOnMeasure[]
  canLink: boolean
  /** the measures to choose from, while editing */
  choices: Pick<LinkedMeasure, 'id' | 'number' | 'title'>[] | null
}) {
  const { t } = useTranslation('dependencies')
  const [search] = useSearchParams()
  const isEditing = canLink && choices !== null && search.get('edit') === 'dependencies'
  const page = `/measures/${measureId}`
  return (
    <section className="side-section dependencies" aria-labelledby="dependencies">
      <div className="heading">
        <h2 id="dependencies">{t('title')}</h2>
        <span className="end">
          {dependencies.length > 0 && (
            <Link to={`${page}/dependencies`} aria-label={t('graphLinkLabel')}>
              {t('graphLink')}
            </Link>
          )}
          {canLink && (
            <Link
              to={isEditing ? page : '?edit=dependencies'}
              preventScrollReset
              aria-label={isEditing ? undefined : t('editLabel')}
            >
              {isEditing ? t('done') : t('edit')}
            </Link>
          )}
        </span>
      </div>
      {dependencies.length === 0 && <p className="text-sm text-ink-3">{t('none')}</p>}
      <ul>
        {dependencies.map(dependency => (
          <Row key={dependency.id} measureId={measureId} dependency={dependency} isEditing={isEditing} />
        ))}
      </ul>
      {isEditing && choices && <AddDependency measureId={measureId} choices={choices} />}
    </section>
  )
}

function Row({
  measureId,
  dependency,
  isEditing,
}: {
  measureId: string
  dependency: DependencyOnMeasure
  isEditing: boolean
}) {
  const { t } = useTranslation('dependencies')
  const format = useFormat()
  const { kind, direction, note, isDemo, other, hit } = dependency
  return (
    <li>
      <p>
        <span className="text-ink-2">{t(`relations.${kind}.${direction}`)}</span>{' '}
        <Link className="font-semibold" to={`/measures/${other.id}`}>
          {other.title}
        </Link>{' '}
        <DemoMark isDemo={isDemo} />
      </p>
      <p className="state">
        {other.lead && <SectorChip {...other.lead} />} <MeasureStatus status={other.status} />
      </p>
      {note && <q className="reason">{note}</q>}
      {hit && (
        <p className="moved">
          <Icon of={TriangleAlert} />
          <span>
            {other.title} <HitText hit={hit} />, {format.date(hit.at)}
          </span>
        </p>
      )}
      {isEditing && <RemoveDependency measureId={measureId} dependency={dependency} />}
    </li>
  )
}
