import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DependencyKind } from '#server/dependencies/dependency.shared'
import type { LinkedMeasure } from '#server/dependencies/dependency-graph.shared'
import { classNames } from './class-names'
import { linesOf } from './lines-of'
import './dependency-picture.css'

interface Point {
  x: number
  y: number
}

export interface DrawnArrow {
  id: string
  kind: DependencyKind
  /** the ids of what comes first and of what waits */
  first: string
  last: string
  /** from what comes first to what waits */
  points: Point[]
  /** where the word stands */
  label: Point
}

/** Measures and arrows with their places, in pixels from the top left. */
export interface DependencyPicture {
  width: number
  height: number
  box: { width: number; height: number }
  boxes: (LinkedMeasure & Point)[]
  arrows: DrawnArrow[]
}

/** How measures hang together, as a picture in which every measure is a link to its own. The list says the same in words. */
export function DependencyGraphPicture({
  picture: { width, height, box, boxes, arrows },
  label,
  centre,
}: {
  picture: DependencyPicture
  label: string
  /** the measure that it is about */
  centre?: string
}) {
  const { t } = useTranslation('dependencies')
  const titles = new Map(boxes.map(({ id, title }) => [id, title]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled by keyboard too
    <section className="dependency-picture" aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no other element for a group */}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={label} role="group">
        <defs>
          <ArrowHead id="arrow-head" className="head" />
        </defs>
        {arrows.map(arrow => (
          <g key={arrow.id} className={`arrow ${arrow.kind}`}>
            <title>{`${titles.get(arrow.first)} ${t(`arrows.${arrow.kind}`)} ${titles.get(arrow.last)}`}</title>
            <path d={arrowPath(arrow.points)} markerEnd={isMutual(arrow.kind) ? undefined : 'url(#arrow-head)'} />
            <text x={arrow.label.x} y={arrow.label.y}>
              {t(`arrows.${arrow.kind}`)}
            </text>
          </g>
        ))}
        {boxes.map(measure => (
          <Box key={measure.id} measure={measure} size={box} isCentre={measure.id === centre} />
        ))}
      </svg>
    </section>
  )
}

/** Where an arrow ends, for the definitions of a drawing. */
export function ArrowHead({ id, ...look }: { id: string; className?: string; fill?: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="11"
      markerHeight="11"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0 8 4 0 8z" {...look} />
    </marker>
  )
}

export const isMutual = (kind: DependencyKind) => kind === 'overlaps' || kind === 'conflicts'

function Box({
  measure,
  size: { width, height },
  isCentre,
}: {
  measure: LinkedMeasure & Point
  size: { width: number; height: number }
  isCentre: boolean
}) {
  const { t } = useTranslation(['dependencies', 'common'])
  const { id, title, status, lead, x, y } = measure
  const statusName = t(`common:measureStatuses.${status}`)
  const code = lead?.code ?? t('noLead')
  return (
    <Link
      to={`/measures/${id}/dependencies`}
      className={classNames('box', lead && `sector-${lead.colour}`, isCentre && 'centre')}
      aria-current={isCentre || undefined}
      aria-label={t('boxLabel', { title, code, status: statusName })}
    >
      <title>{title}</title>
      <g transform={`translate(${x} ${y})`}>
        <rect className="frame" width={width} height={height} rx="5" />
        <rect className="sector" width="6" height={height} rx="3" />
        {linesOf(title, 30, 2).map((line, index) => (
          <text key={line} className="title" x="16" y={22 + index * 18}>
            {line}
          </text>
        ))}
        <text className="meta" x="16" y={height - 12}>
          <tspan className="code">{code}</tspan> · {statusName}
        </text>
      </g>
    </Link>
  )
}

/** A smooth line through the points, which bends only beside them. */
export function arrowPath([first, ...rest]: Point[]): string {
  if (!first) return ''
  const last = rest.at(-1)
  const middle = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] as Point
    const [x, y] = index === rest.length - 2 ? [next.x, next.y] : [(point.x + next.x) / 2, (point.y + next.y) / 2]
    return `Q${point.x} ${point.y} ${x} ${y}`
  })
  return `M${first.x} ${first.y} ${middle.length > 0 ? middle.join(' ') : last ? `L${last.x} ${last.y}` : ''}`
}
