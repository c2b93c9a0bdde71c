import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLongDate } from '#app/i18n/format'
import { toLocale } from '#app/i18n/locale'
import { textWidth, wrapText } from './fit-text'

/** What a picture says of itself, so that it can be read where it ends up. */
export interface PictureCaption {
  /** what kind of picture it is */
  view: string
  planTitle: string
  groupName: string
  /** 'YYYY-MM-DD' */
  today: string
  /** of a picture of the plan: how many measures it is about */
  counts?: { found: number; all: number }
  /** of such a picture: the filters in words; none: the whole plan */
  filters?: string[]
  /** what else must be known, such as that it is one page of several */
  notes?: string[]
}

const MARGIN = 32
/** The narrowest picture: its captions must have room. */
const NARROWEST = 560

/**
 * A whole picture: whose plan, when, what of it, and the drawing. Colours are written as the tokens of the interface
 * (`var(--color-ink)`); `draw-picture.server.tsx` fills in what they are in the light.
 */
export function PictureFrame({
  caption,
  width,
  height,
  children,
}: {
  caption: PictureCaption
  /** of the drawing */
  width: number
  height: number
  children: ReactNode
}) {
  const { t, i18n } = useTranslation(['pictures', 'plan'])
  const inner = Math.max(width, NARROWEST)
  const title = wrapText(`${caption.planTitle}: ${caption.view.toLowerCase()}`, inner, 24, 3)
  const facts = [caption.groupName, formatLongDate(caption.today, toLocale(i18n.language))].join(' · ')
  const { counts, filters, notes = [] } = caption
  const found = counts ? [t('plan:filter.found', { count: counts.found, all: counts.all })] : []
  const asked = filters && (filters.length > 0 ? t('filtered', { filters: filters.join(' · ') }) : t('unfiltered'))
  const lines = [facts, [...found, ...notes].join(' · '), asked ?? ''].flatMap(line => wrapText(line, inner, 14))
  const top = MARGIN + title.length * 30 + lines.length * 20 + 20
  const [fullWidth, fullHeight] = [inner + 2 * MARGIN, top + height + MARGIN + 20]
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={fullWidth}
      height={fullHeight}
      viewBox={`0 0 ${fullWidth} ${fullHeight}`}
      fontFamily="var(--font-sans)"
      fill="var(--color-ink)"
      lang={i18n.language}
    >
      <title>{title.join(' ')}</title>
      <desc>{lines.join('. ')}</desc>
      <rect width={fullWidth} height={fullHeight} fill="var(--color-surface)" />
      {title.map((line, index) => (
        <text key={line} x={MARGIN} y={MARGIN + 20 + index * 30} fontSize={24} fontWeight={600}>
          {line}
        </text>
      ))}
      {lines.map((line, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are drawn once
          key={index}
          x={MARGIN}
          y={MARGIN + title.length * 30 + 14 + index * 20}
          fontSize={14}
          fill="var(--color-ink-2)"
        >
          {line}
        </text>
      ))}
      <g transform={`translate(${MARGIN} ${top})`}>{children}</g>
      <text x={MARGIN} y={fullHeight - 18} fontSize={12} fill="var(--color-ink-3)">
        Samenspraak
      </text>
      <line
        x1={MARGIN + textWidth('Samenspraak', 12) + 8}
        x2={fullWidth - MARGIN}
        y1={fullHeight - 22}
        y2={fullHeight - 22}
        stroke="var(--color-line)"
      />
    </svg>
  )
}
