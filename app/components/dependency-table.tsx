import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DependencyGraph, LinkedMeasure } from '#server/dependencies/dependency-graph.shared'
import { MeasureStatus } from './measure-status'
import { DemoMark } from './provenance'
import { SectorChip } from './sector-chip'

/** Dependencies as sentences: a measure, what it does, another measure. */
export function DependencyTable({ graph: { measures, dependencies } }: { graph: DependencyGraph }) {
  const { t } = useTranslation('dependencies')
  const byId = new Map(measures.map(measure => [measure.id, measure]))
  return (
    <div className="panel table-panel">
      <table className="data-table two-line dependency-table">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('relation')}</th>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('note')}</th>
          </tr>
        </thead>
        <tbody>
          {dependencies.map(({ id, fromId, toId, kind, note, isDemo }) => (
            <tr key={id}>
              <td className="title">
                <Measure measure={byId.get(fromId)} />
              </td>
              <td className="relation">{t(`relations.${kind}.out`)}</td>
              <td className="title">
                <Measure measure={byId.get(toId)} />
              </td>
              <td className="note-cell">
                {note} <DemoMark isDemo={isDemo} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Measure({ measure }: { measure: LinkedMeasure | undefined }) {
  if (!measure) return null
  const { id, title, status, lead } = measure
  return (
    <>
      <Link to={`/measures/${id}`}>{title}</Link>
      <span className="below">
        {lead && <SectorChip {...lead} />} <MeasureStatus status={status} />
      </span>
    </>
  )
}
