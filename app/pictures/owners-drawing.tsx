import { useTranslation } from 'react-i18next'
import { carriedDays } from '#app/history/carried-days'
import { lanesOf } from '#app/history/lanes-of'
import { formatDate } from '#app/i18n/format'
import { toLocale } from '#app/i18n/locale'
import type { ResponsibilityHistory } from '#server/measures/responsibility.shared'
import { fitText } from './fit-text'
import { type PictureCaption, PictureFrame } from './picture-frame'

const NAMES = 300
const TRACK = 440
const DAYS = 300
const ROW = 34

/** Who carried a measure in which role, and from when until when, as a file. */
export function OwnersDrawing({ caption, history }: { caption: PictureCaption; history: ResponsibilityHistory[] }) {
  const { t, i18n } = useTranslation(['progress', 'common'])
  const { lanes, first } = lanesOf(history, caption.today)
  const date = (day: Date) => formatDate(day, toLocale(i18n.language))
  const ends = [date(first), t('responsibility.today')]
  return (
    <PictureFrame caption={caption} width={NAMES + TRACK + DAYS} height={Math.max(1, lanes.length) * ROW + 30}>
      {lanes.length === 0 && (
        <text y={20} fontSize={14}>
          {t('responsibility.none')}
        </text>
      )}
      {lanes.map(({ part, from, width }, index) => (
        <g key={part.id} transform={`translate(0 ${index * ROW})`}>
          <rect y={6} width={10} height={16} rx={2} fill={`var(--color-sector-${part.colour})`} />
          <text x={18} y={19} fontSize={13}>
            <tspan fontWeight={600}>{part.bodyCode}</tspan>{' '}
            {fitText(t(`common:responsibilityRoles.${part.role}`), NAMES - 110, 13)}
          </text>
          <rect x={NAMES} y={12} width={TRACK} height={4} fill="var(--color-line)" />
          <rect
            x={NAMES + (from / 100) * TRACK}
            y={8}
            width={(width / 100) * TRACK}
            height={12}
            fill={`var(--color-sector-${part.colour})`}
            fillOpacity={part.role === 'lead' || part.role === 'co-lead' ? 1 : 0.45}
          />
          <text x={NAMES + TRACK + 14} y={19} fontSize={13} fill="var(--color-ink-2)">
            {fitText(carriedDays(part, t, date), DAYS - 14, 13)}
          </text>
        </g>
      ))}
      {lanes.length > 0 &&
        ends.map((end, index) => (
          <text
            key={end}
            x={NAMES + index * TRACK}
            y={lanes.length * ROW + 16}
            fontSize={12}
            textAnchor={index === 0 ? 'start' : 'end'}
            fill="var(--color-ink-3)"
          >
            {end}
          </text>
        ))}
    </PictureFrame>
  )
}
