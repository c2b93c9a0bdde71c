import { useTranslation } from 'react-i18next'
import { formatMonth } from '#app/i18n/format'
import { toLocale } from '#app/i18n/locale'
import { fitText } from '#app/pictures/fit-text'
import { type PictureCaption, PictureFrame } from '#app/pictures/picture-frame'
import { DayMark, ROW_HEIGHT } from '#app/pictures/timeline-marks'
import { type Scale, scaleOf } from '#app/pictures/timeline-scale'
import { TimelineTrack } from '#app/pictures/timeline-track'
import { type TimelineRow, type Window, worstShift } from '#server/baselines/plan-timeline.shared'
import { horizons } from '#server/measures/measure.shared'
import { milestoneStates } from '#server/measures/milestone.shared'
import { useTimelineWords } from './timeline-words'

const TITLES = 380
const TRACK = 780
const HORIZONS = 90
const SHIFT = 180
const HEAD = 30
const GROUP = 28

/** The line of time as a file. */
export function TimelinePicture({
  caption,
  rows,
  window,
  hasBaseline,
}: {
  caption: PictureCaption
  rows: TimelineRow[]
  window: Window
  hasBaseline: boolean
}) {
  const { t } = useTranslation(['pictures', 'measures'])
  const scale = scaleOf(window)
  const lines = linesOf(rows)
  const height = HEAD + lines.reduce((sum, line) => sum + line.height, 0)
  const width = TITLES + TRACK + HORIZONS + (hasBaseline ? SHIFT : 0)
  return (
    <PictureFrame caption={caption} width={width} height={height + 40}>
      <svg x={TITLES} width={TRACK} height={HEAD} overflow="visible" aria-hidden="true">
        <Ticks scale={scale} />
      </svg>
      <text x={TITLES + TRACK + 12} y={19} fontSize={13} fontWeight={600} fill="var(--color-ink-2)">
        {t('measures:columns.horizon')}
      </text>
      {hasBaseline && (
        <text x={width - 8} y={19} fontSize={13} fontWeight={600} textAnchor="end" fill="var(--color-ink-2)">
          {t('timeline.shift')}
        </text>
      )}
      <line y1={HEAD} y2={HEAD} x2={width} stroke="var(--color-line-strong)" />
      {lines.map(({ row, group, top }) => (
        <g key={row?.id ?? group} transform={`translate(0 ${HEAD + top})`}>
          {group && (
            <>
              <rect width={width} height={GROUP} fill="var(--color-sunken)" />
              <text x={12} y={19} fontSize={14} fontWeight={600}>
                {fitText(group, width - 24, 14)}
              </text>
            </>
          )}
          {row && <Row row={row} scale={scale} today={caption.today} width={width} hasBaseline={hasBaseline} />}
        </g>
      ))}
      <g transform={`translate(12 ${height + 24})`}>
        {milestoneStates.map((state, index) => (
          <g key={state} transform={`translate(${index * 120} 0)`}>
            <DayMark state={state} x={8} y={0} />
            <text x={24} y={5} fontSize={13} fill="var(--color-ink-2)">
              {t(`timeline.states.${state}`)}
            </text>
          </g>
        ))}
      </g>
    </PictureFrame>
  )
}

/** Each priority has a line above its measures. */
function linesOf(rows: TimelineRow[]) {
  let top = 0
  return rows.flatMap((row, index) => {
    const isNew = row.priorityPosition !== rows[index - 1]?.priorityPosition
    const group = isNew ? [{ group: `${row.priorityPosition}. ${row.priorityTitle}`, row: null, height: GROUP }] : []
    return [...group, { group: null, row, height: ROW_HEIGHT }].map(line => {
      const placed = { ...line, top }
      top += line.height
      return placed
    })
  })
}

function Ticks({ scale }: { scale: Scale }) {
  const { i18n } = useTranslation()
  const locale = toLocale(i18n.language)
  return (
    <>
      {scale.window.ticks.map(({ date, day }, index) => (
        <svg key={date} x={scale.at(day)} overflow="visible" aria-hidden="true">
          <text x={4} y={19} fontSize={13} fontWeight={600} fill="var(--color-ink-2)">
            {date.length === 4 ? date : date.length === 7 ? formatMonth(date, locale) : Number(date.slice(8))}
            {/* Of months in sight, the first says of which year. */}
            {index === 0 && date.length === 7 && ` ${date.slice(0, 4)}`}
          </text>
        </svg>
      ))}
    </>
  )
}

function Row({
  row,
  scale,
  today,
  width,
  hasBaseline,
}: {
  row: TimelineRow
  scale: Scale
  today: string
  width: number
  hasBaseline: boolean
}) {
  const { t } = useTranslation('pictures')
  const words = useTimelineWords()
  const worst = worstShift(row)
  const { number, title, lead, horizonFrom, horizonTo } = row
  const [first, last] =
    horizonFrom && horizonTo ? [horizons.indexOf(horizonFrom), horizons.indexOf(horizonTo)] : [9, -1]
  return (
    <>
      <text x={12} y={22} fontSize={14}>
        {fitText(`${number ? `${number}. ` : ''}${title}`, TITLES - 110, 14)}
      </text>
      {lead && (
        <>
          <rect
            x={TITLES - 84.5}
            y={12.5}
            width={9}
            height={9}
            rx={2}
            stroke={`var(--color-sector-${lead.colour})`}
            strokeWidth={1.5}
            fill={lead.isAccepted ? `var(--color-sector-${lead.colour})` : 'var(--color-surface)'}
          />
          <text x={TITLES - 70} y={22} fontSize={13} fontWeight={600}>
            {fitText(lead.code, 66, 13)}
          </text>
        </>
      )}
      <svg x={TITLES} width={TRACK} height={ROW_HEIGHT} aria-hidden="true">
        <TimelineTrack row={row} scale={scale} today={today} title={words.milestone} />
      </svg>
      {(last < 0 ? [] : horizons).map((horizon, index) => {
        const isIn = index >= first && index <= last
        return (
          <g key={horizon} transform={`translate(${TITLES + TRACK + 12 + index * 24} 7)`}>
            <rect
              width={23}
              height={20}
              fill={isIn ? 'var(--color-accent-soft)' : 'var(--color-surface)'}
              stroke={isIn ? 'var(--color-accent)' : 'var(--color-line)'}
            />
            {isIn && (
              <text x={11.5} y={14.5} fontSize={12} fontWeight={600} textAnchor="middle">
                {t(`timeline.horizons.${horizon}`)}
              </text>
            )}
          </g>
        )
      })}
      {hasBaseline && worst && (
        <text x={width - 8} y={22} fontSize={13} fontWeight={600} textAnchor="end" fill="var(--color-warn)">
          {fitText(words.shift(worst), SHIFT - 8, 13)}
        </text>
      )}
      <line y1={ROW_HEIGHT} y2={ROW_HEIGHT} x2={width} stroke="var(--color-line)" />
    </>
  )
}
