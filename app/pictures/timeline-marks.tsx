import type { MilestoneState } from '#server/measures/milestone.shared'
import type { Scale } from './timeline-scale'

/** The height of a row, and its middle. */
export const ROW_HEIGHT = 34
const MIDDLE = ROW_HEIGHT / 2

const colours: Record<MilestoneState, string> = {
  reached: 'var(--color-ink-3)',
  planned: 'var(--color-accent)',
  late: 'var(--color-bad)',
  dropped: 'var(--color-ink-3)',
}

/** What stands for a day: a dot, a diamond, a triangle with a call, a cross. No two differ by colour alone. */
export function DayMark({ state, x, y = MIDDLE }: { state: MilestoneState; x: string | number; y?: number }) {
  const fill = colours[state]
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      {state === 'reached' && <circle r={4.5} fill={fill} />}
      {state === 'planned' && <path d="M0-6.5 6.5 0 0 6.5-6.5 0Z" fill={fill} />}
      {state === 'late' && (
        <>
          <path d="M0-8 8.5 6.5H-8.5Z" fill={fill} />
          <path d="M0-3.4V1.6M0 3.6V4.6" stroke="var(--color-surface)" strokeWidth={1.8} />
        </>
      )}
      {state === 'dropped' && <path d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5" stroke={fill} strokeWidth={2} />}
    </svg>
  )
}

/** A date as wide as it is vague: a day is a mark, a month or a year a span of it with the mark in its middle. */
export function DateMark({ date, state, scale }: { date: string; state: MilestoneState; scale: Scale }) {
  if (date.length === 10) return <DayMark state={state} x={scale.middle(date)} />
  const colour = colours[state]
  return (
    <>
      <rect
        {...scale.span(date)}
        y={MIDDLE - 5}
        height={10}
        rx={5}
        fill={colour}
        fillOpacity={0.16}
        stroke={colour}
        strokeWidth={1.2}
        strokeDasharray={state === 'dropped' ? '3 2' : undefined}
      />
      <DayMark state={state} x={scale.middle(date)} />
    </>
  )
}

/** Where a date was in the baseline: an open mark, or an open span. */
export function WasMark({ date, scale }: { date: string; scale: Scale }) {
  const open = { fill: 'var(--color-surface)', stroke: 'var(--color-ink-3)', strokeWidth: 1.5 }
  if (date.length < 10)
    return <rect {...scale.span(date)} y={MIDDLE - 5} height={10} rx={5} {...open} fillOpacity={0} />
  return (
    <svg x={scale.middle(date)} y={MIDDLE} overflow="visible" aria-hidden="true">
      <path d="M0-5.5 5.5 0 0 5.5-5.5 0Z" {...open} />
    </svg>
  )
}

/** From then to now. */
export function Slip({ from, to, scale }: { from: string; to: string; scale: Scale }) {
  return (
    <line
      x1={scale.middle(from)}
      x2={scale.middle(to)}
      y1={MIDDLE}
      y2={MIDDLE}
      stroke="var(--color-warn)"
      strokeWidth={2}
      strokeDasharray="4 3"
    />
  )
}
