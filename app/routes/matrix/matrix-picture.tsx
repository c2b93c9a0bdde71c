import { useTranslation } from 'react-i18next'
import { StatusGlyph } from '#app/components/status-glyph'
import { wrapText } from '#app/pictures/fit-text'
import { type PictureCaption, PictureFrame } from '#app/pictures/picture-frame'
import { measureStatuses } from '#server/measures/measure.shared'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import type { MatrixCell, MatrixCount } from '#server/measures/measure-matrix.shared'
import type { Plan } from '#server/plans/plan.shared'
import { matrixOf, sumOfRow } from './matrix-rows'

const HEADER = 200
const COLUMN = 240
const LINE = 22
const PADDING = 16

/** The matrix as a file: the counts and states of each cell. */
export function MatrixPicture({
  caption,
  plan,
  cells,
  filters,
}: {
  caption: PictureCaption
  plan: Plan
  cells: MatrixCell[]
  filters: MeasureFilters
}) {
  const { t } = useTranslation(['pictures', 'common'])
  const { columns, rows } = matrixOf(plan, cells, filters)
  const heights = rows.map(row => Math.max(96, ...row.cells.map(({ cell }) => heightOf(cell))))
  const top = 56
  const tops = heights.map((_, index) => top + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const height = top + heights.reduce((sum, height) => sum + height, 0)
  const width = HEADER + columns.length * COLUMN
  return (
    <PictureFrame caption={caption} width={width} height={height}>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={8}
        fill="none"
        stroke="var(--color-line-strong)"
      />
      {columns.map(({ level, sum }, index) => (
        <g key={level} transform={`translate(${HEADER + index * COLUMN} 0)`}>
          <line y2={height} stroke="var(--color-line-strong)" />
          <text x={PADDING} y={24} fontSize={15} fontWeight={600}>
            {t(`common:levels.${level}`)}
          </text>
          <text x={PADDING} y={43} fontSize={13} fill="var(--color-ink-2)">
            {sum.count > 0 ? t('matrix.measures', { count: sum.count }) : t('matrix.nothingSeen')}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <g key={row.axis} transform={`translate(0 ${tops[index]})`}>
          <line x2={width} stroke="var(--color-line-strong)" />
          {wrapText(row.name ?? t('matrix.noAxis'), HEADER - 2 * PADDING, 15, 3).map((line, at, all) => (
            <g key={line}>
              <text x={PADDING} y={26 + at * 20} fontSize={15} fontWeight={600}>
                {line}
              </text>
              {at === all.length - 1 && <Counts x={PADDING} y={48 + at * 20} count={sumOfRow(row)} />}
            </g>
          ))}
          {row.cells.map(({ level, cell }, column) => (
            <g key={level} transform={`translate(${HEADER + column * COLUMN} 0)`}>
              <Cell cell={cell} />
            </g>
          ))}
        </g>
      ))}
    </PictureFrame>
  )
}

const statusesOf = (cell: MatrixCount) => measureStatuses.filter(status => (cell.statuses[status] ?? 0) > 0)

const marksOf = ({ late, withoutLead }: MatrixCount) => [late, withoutLead].filter(count => count > 0).length

const heightOf = (cell: MatrixCell | undefined) =>
  cell ? 40 + (statusesOf(cell).length + marksOf(cell)) * LINE + 12 : 0

function Cell({ cell }: { cell: MatrixCell | undefined }) {
  const { t } = useTranslation(['pictures', 'common'])
  if (!cell) {
    return (
      <text x={PADDING} y={26} fontSize={14} fontStyle="italic" fill="var(--color-ink-3)">
        {t('matrix.nothingSeen')}
      </text>
    )
  }
  const statuses = statusesOf(cell)
  return (
    <>
      <Counts x={PADDING} y={26} count={cell} below={statuses.length} />
      {statuses.map((status, index) => (
        <g key={status} transform={`translate(${PADDING} ${40 + index * LINE})`}>
          <StatusGlyph status={status} x={0} y={0} />
          <text x={22} y={12} fontSize={14}>
            {t(`common:measureStatuses.${status}`)}
          </text>
          <text x={COLUMN - 2 * PADDING} y={12} fontSize={14} fontWeight={600} textAnchor="end">
            {cell.statuses[status]}
          </text>
        </g>
      ))}
    </>
  )
}

/** How many, and of how many something must be known; `below`: so many lines come in between. */
function Counts({ x, y, count, below = 0 }: { x: number; y: number; count: MatrixCount; below?: number }) {
  const { t } = useTranslation('pictures')
  const marks = [
    { text: t('matrix.late', { count: count.late }), isShown: count.late > 0, fill: 'var(--color-bad)' },
    {
      text: t('matrix.withoutLead', { count: count.withoutLead }),
      isShown: count.withoutLead > 0,
      fill: 'var(--color-warn)',
    },
  ].filter(mark => mark.isShown)
  return (
    <>
      <text x={x} y={y} fontSize={14} fontWeight={600}>
        {count.count > 0 ? t('matrix.measures', { count: count.count }) : t('matrix.nothingSeen')}
      </text>
      {marks.map(({ text, fill }, index) => (
        <text key={fill} x={x} y={y + 4 + (below + index + 1) * LINE} fontSize={13} fontWeight={600} fill={fill}>
          {text}
        </text>
      ))}
    </>
  )
}
