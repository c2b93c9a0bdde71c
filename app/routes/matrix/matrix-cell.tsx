import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SectorChip } from '#app/components/sector-chip'
import { StatusGlyph } from '#app/components/status-glyph'
import { ThreadCount } from '#app/components/thread-count'
import { useTableLink } from '#app/routes/plan/use-table-link'
import { type Level, measureStatuses } from '#server/measures/measure.shared'
import type { MatrixCell, MatrixMeasure } from '#server/measures/measure-matrix.shared'
import { MatrixMarks } from './matrix-marks'

/** How many measures, and which or how they stand. Where there are none, it says that none were seen: that is not a fact. */
export function MatrixCellContent({ cell, axis, level }: { cell: MatrixCell | undefined; axis: string; level: Level }) {
  const { t } = useTranslation('pictures')
  const link = useTableLink()
  if (!cell) return <span className="nothing">{t('matrix.nothingSeen')}</span>
  return (
    <>
      <span className="of-cell">
        <Link className="many" to={link({ axis, level })}>
          {t('matrix.measures', { count: cell.count })}
        </Link>
        <MatrixMarks count={cell} asked={{ axis, level }} />
      </span>
      {cell.measures.length > 0 ? <Measures measures={cell.measures} /> : <Statuses {...{ cell, axis, level }} />}
    </>
  )
}

function Measures({ measures }: { measures: MatrixMeasure[] }) {
  const { t } = useTranslation('common')
  return (
    <ul className="matrix-measures">
      {measures.map(({ id, number, title, status, lead, openThreads }) => (
        <li key={id}>
          <span title={t(`measureStatuses.${status}`)}>
            <StatusGlyph status={status} />
            <span className="sr-only">{t(`measureStatuses.${status}`)}: </span>
          </span>
          <span>
            <Link to={`/measures/${id}`}>
              {number && `${number}. `}
              {title}
            </Link>{' '}
            <ThreadCount count={openThreads} />
          </span>
          {lead && (
            <span>
              <SectorChip {...lead} open={!lead.isAccepted} />
              {!lead.isAccepted && <span className="sr-only"> {t('responsibilityStates.proposed')}</span>}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Statuses({ cell, axis, level }: { cell: MatrixCell; axis: string; level: Level }) {
  const { t } = useTranslation('common')
  const link = useTableLink()
  const found = measureStatuses.flatMap(status => {
    const count = cell.statuses[status] ?? 0
    return count > 0 ? [{ status, count }] : []
  })
  return (
    <ul className="matrix-statuses">
      {found.map(({ status, count }) => (
        <li key={status}>
          <StatusGlyph status={status} />
          <Link to={link({ axis, level, status })}>{t(`measureStatuses.${status}`)}</Link>
          <span className="number">{count}</span>
          <span className={`bar ${status}`} style={{ width: `${(count / cell.count) * 100}%` }} aria-hidden="true" />
        </li>
      ))}
    </ul>
  )
}
