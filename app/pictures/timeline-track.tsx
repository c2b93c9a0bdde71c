import { dayOf, type TimelineRow } from '#server/baselines/plan-timeline.shared'
import { lastDay } from '#server/measures/partial-date.shared'
import { DateMark, ROW_HEIGHT, Slip, WasMark } from './timeline-marks'
import type { Scale } from './timeline-scale'

const MIDDLE = ROW_HEIGHT / 2

/** What is known of when a measure happens, on a line of any width: the period, the milestones, what slipped, today. */
export function TimelineTrack({
  row: { startsOn, endsOn, was, milestones },
  scale,
  today,
  title,
}: {
  row: TimelineRow
  scale: Scale
  /** 'YYYY-MM-DD' */
  today: string
  /** what a mark is, for who points at it */
  title: (milestone: TimelineRow['milestones'][number]) => string
}) {
  const moved = milestones.filter(({ was, date, shift }) => shift && was && was !== date)
  return (
    <>
      <Grid scale={scale} />
      {was?.startsOn && was.endsOn && <Period from={was.startsOn} to={was.endsOn} scale={scale} isPast />}
      {startsOn && endsOn && <Period from={startsOn} to={endsOn} scale={scale} />}
      {/* Of a period with one end known, that end is all that is drawn. */}
      {startsOn && !endsOn && <Period from={startsOn} to={startsOn} scale={scale} />}
      {endsOn && !startsOn && <Period from={endsOn} to={endsOn} scale={scale} />}
      {moved.map(({ id, was, date }) => (
        <g key={id}>
          <Slip from={was as string} to={date} scale={scale} />
          <WasMark date={was as string} scale={scale} />
        </g>
      ))}
      {milestones
        .filter(({ date }) => scale.isInSight(date))
        .map(milestone => (
          <g key={milestone.id}>
            <title>{title(milestone)}</title>
            <DateMark date={milestone.date} state={milestone.state} scale={scale} />
          </g>
        ))}
      {scale.isInSight(today) && <Today scale={scale} today={today} />}
    </>
  )
}

function Grid({ scale }: { scale: Scale }) {
  return (
    <>
      {scale.window.ticks.map(({ date, day }) => (
        <line
          key={date}
          x1={scale.at(day)}
          x2={scale.at(day)}
          y1={0}
          y2={ROW_HEIGHT}
          stroke="var(--color-line)"
          strokeDasharray={date.length === 10 ? '2 3' : undefined}
        />
      ))}
    </>
  )
}

function Period({ from, to, scale, isPast }: { from: string; to: string; scale: Scale; isPast?: boolean }) {
  const [first, last] = [dayOf(from, 'first'), dayOf(lastDay(to), 'last') + 1]
  const days = scale.window.last + 1 - scale.window.first
  return (
    <rect
      x={scale.at(first)}
      width={`${(Math.max(0, last - first) / days) * 100}%`}
      y={isPast ? MIDDLE + 8 : MIDDLE - 4}
      height={isPast ? 4 : 8}
      rx={isPast ? 2 : 4}
      fill={isPast ? 'none' : 'var(--color-accent-soft)'}
      stroke={isPast ? 'var(--color-ink-3)' : 'var(--color-accent)'}
      strokeDasharray={isPast ? '3 2' : undefined}
    />
  )
}

function Today({ scale, today }: { scale: Scale; today: string }) {
  const x = scale.at(dayOf(today, 'first'))
  return <line x1={x} x2={x} y1={0} y2={ROW_HEIGHT} stroke="var(--color-accent)" strokeWidth={1.5} />
}
