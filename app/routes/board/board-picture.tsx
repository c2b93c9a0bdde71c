import { useTranslation } from 'react-i18next'
import { StatusGlyph } from '#app/components/status-glyph'
import { fitText, wrapText } from '#app/pictures/fit-text'
import { type PictureCaption, PictureFrame } from '#app/pictures/picture-frame'
import type { BoardCard, BoardColumn } from '#server/measures/measure-board.shared'

const COLUMN = 220
const GAP = 12
const LINE = 18
const MOST_LINES = 4

/** The board as a file. */
export function BoardPicture({ caption, columns }: { caption: PictureCaption; columns: BoardColumn[] }) {
  const { t } = useTranslation(['pictures', 'common'])
  const laid = columns.map(column => ({ ...column, ...lay(column.cards) }))
  const height = Math.max(120, ...laid.map(column => column.height + 34))
  return (
    <PictureFrame caption={caption} width={columns.length * (COLUMN + GAP) - GAP} height={height}>
      {laid.map(({ status, count, placed, height: end }, index) => (
        <g key={status} transform={`translate(${index * (COLUMN + GAP)} 0)`}>
          <rect width={COLUMN} height={height} rx={8} fill="var(--color-sunken)" stroke="var(--color-line)" />
          <StatusGlyph status={status} x={12} y={13} />
          <text x={34} y={25} fontSize={14} fontWeight={600}>
            {t(`common:measureStatuses.${status}`)}
          </text>
          <text x={COLUMN - 12} y={25} fontSize={13} fontWeight={600} textAnchor="end" fill="var(--color-ink-2)">
            {count}
          </text>
          {placed.map(({ card, lines, top, height }) => (
            <g key={card.id} transform={`translate(8 ${top})`}>
              <rect
                width={COLUMN - 16}
                height={height}
                rx={5}
                fill="var(--color-surface)"
                stroke="var(--color-line-strong)"
              />
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are drawn once
                <text key={at} x={10} y={22 + at * LINE} fontSize={13} fontWeight={600}>
                  {line}
                </text>
              ))}
              <Facts card={card} y={22 + lines.length * LINE + 2} />
            </g>
          ))}
          {count > placed.length && placed.length > 0 && (
            <text x={12} y={end + 20} fontSize={13} fill="var(--color-ink-2)">
              {t('board.more', { count: count - placed.length })}
            </text>
          )}
          {placed.length === 0 && (
            <text x={12} y={60} fontSize={13} fill="var(--color-ink-3)">
              {t('board.empty')}
            </text>
          )}
        </g>
      ))}
    </PictureFrame>
  )
}

function lay(cards: BoardCard[]) {
  let top = 42
  const placed = cards.map(card => {
    const title = `${card.number ? `${card.number}. ` : ''}${card.title}`
    const lines = wrapText(title, COLUMN - 44, 13, MOST_LINES)
    const at = { card, lines, top, height: lines.length * LINE + 36 }
    top += at.height + 8
    return at
  })
  return { placed, height: top }
}

function Facts({ card: { lead, isLate }, y }: { card: BoardCard; y: number }) {
  const { t } = useTranslation('pictures')
  const colour = lead && `var(--color-sector-${lead.colour})`
  return (
    <>
      {lead && colour && (
        <rect
          x={10.5}
          y={y - 9}
          width={9}
          height={9}
          rx={2}
          stroke={colour}
          strokeWidth={1.5}
          fill={lead.isAccepted ? colour : 'var(--color-surface)'}
        />
      )}
      <text x={lead ? 26 : 10} y={y} fontSize={12} fontWeight={600} fill={lead ? undefined : 'var(--color-warn)'}>
        {lead ? fitText(lead.code, 90, 12) : t('map.noLead')}
      </text>
      {isLate && (
        <text x={COLUMN - 28} y={y} fontSize={12} fontWeight={600} textAnchor="end" fill="var(--color-bad)">
          {t('timeline.states.late')}
        </text>
      )}
    </>
  )
}
