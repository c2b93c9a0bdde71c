import { useTranslation } from 'react-i18next'
import { ArrowHead, arrowPath, type DependencyPicture, isMutual } from '#app/components/dependency-picture'
import { linesOf } from '#app/components/lines-of'
import type { DependencyKind } from '#server/dependencies/dependency.shared'
import { type PictureCaption, PictureFrame } from './picture-frame'

const strokes: Record<DependencyKind, { strokeWidth: number; strokeDasharray?: string }> = {
  blocks: { strokeWidth: 2.5 },
  supports: { strokeWidth: 1.5 },
  'needs-regulation': { strokeWidth: 1.5, strokeDasharray: '9 3 2 3' },
  overlaps: { strokeWidth: 1.5, strokeDasharray: '6 4' },
  conflicts: { strokeWidth: 2, strokeDasharray: '2 4' },
}

/** How measures hang together, as a file. */
export function DependencyDrawing({
  caption,
  picture: { width, height, box, boxes, arrows },
  centre,
}: {
  caption: PictureCaption
  picture: DependencyPicture
  centre?: string | undefined
}) {
  const { t } = useTranslation(['dependencies', 'common'])
  const inkOf = (kind: DependencyKind) => (kind === 'conflicts' ? 'var(--color-bad)' : 'var(--color-ink-2)')
  return (
    <PictureFrame caption={caption} width={width} height={height}>
      <defs>
        <ArrowHead id="head" fill="var(--color-ink-2)" />
      </defs>
      {arrows.map(({ id, kind, points, label }) => (
        <g key={id}>
          <path
            d={arrowPath(points)}
            fill="none"
            stroke={inkOf(kind)}
            {...strokes[kind]}
            markerEnd={isMutual(kind) ? undefined : 'url(#head)'}
          />
          <text
            x={label.x}
            y={label.y + 4}
            fontSize={12}
            textAnchor="middle"
            fill={inkOf(kind)}
            stroke="var(--color-surface)"
            strokeWidth={5}
            paintOrder="stroke"
          >
            {t(`arrows.${kind}`)}
          </text>
        </g>
      ))}
      {boxes.map(({ id, title, status, lead, x, y }) => (
        <g key={id} transform={`translate(${x} ${y})`}>
          <rect
            width={box.width}
            height={box.height}
            rx={5}
            fill={id === centre ? 'var(--color-accent-soft)' : 'var(--color-raised)'}
            stroke={id === centre ? 'var(--color-accent)' : 'var(--color-line-strong)'}
            strokeWidth={id === centre ? 2 : 1}
          />
          {lead && <rect width={6} height={box.height} rx={3} fill={`var(--color-sector-${lead.colour})`} />}
          {linesOf(title, 30, 2).map((line, index) => (
            <text key={line} x={16} y={22 + index * 18} fontSize={13} fontWeight={600}>
              {line}
            </text>
          ))}
          <text x={16} y={box.height - 12} fontSize={12} fill="var(--color-ink-2)">
            {`${lead?.code ?? t('noLead')} · ${t(`common:measureStatuses.${status}`)}`}
          </text>
        </g>
      ))}
    </PictureFrame>
  )
}
