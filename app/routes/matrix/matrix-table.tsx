import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useTableLink } from '#app/routes/plan/use-table-link'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import type { MatrixCell } from '#server/measures/measure-matrix.shared'
import type { Plan } from '#server/plans/plan.shared'
import { MatrixCellContent } from './matrix-cell'
import { MatrixMarks } from './matrix-marks'
import { type MatrixRow, matrixOf, sumOfRow } from './matrix-rows'

/** Axis by level; on a phone each axis is a list of its levels. */
export function MatrixTable({ plan, cells, filters }: { plan: Plan; cells: MatrixCell[]; filters: MeasureFilters }) {
  const { t } = useTranslation(['pictures', 'common', 'measures'])
  const link = useTableLink()
  const { columns, rows } = matrixOf(plan, cells, filters)
  return (
    <div className="panel table-panel">
      <table className="matrix">
        <caption className="sr-only">{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measures:columns.axis')}</th>
            {columns.map(({ level, sum }) => (
              <th key={level} scope="col">
                {t(`common:levels.${level}`)}{' '}
                {sum.count > 0 && (
                  <Link className="total" to={link({ level })}>
                    {t('matrix.measures', { count: sum.count })}
                  </Link>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.axis}>
              <RowHeader row={row} />
              {row.cells.map(({ level, cell }) => (
                <td key={level} className={cell ? undefined : 'empty'}>
                  <span className="label">{t(`common:levels.${level}`)}</span>
                  <MatrixCellContent cell={cell} axis={row.axis} level={level} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RowHeader({ row }: { row: MatrixRow }) {
  const { t } = useTranslation('pictures')
  const link = useTableLink()
  const sum = sumOfRow(row)
  return (
    <th scope="row">
      {row.name ?? t('matrix.noAxis')}
      {sum.count > 0 && (
        <span className="total">
          <Link to={link({ axis: row.axis })}>{t('matrix.measures', { count: sum.count })}</Link>
          <MatrixMarks count={sum} asked={{ axis: row.axis }} />
        </span>
      )}
    </th>
  )
}
