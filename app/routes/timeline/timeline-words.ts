import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/i18n/format'
import { toLocale } from '#app/i18n/locale'
import type { MilestoneOnTimeline, TimelineRow } from '#server/baselines/plan-timeline.shared'
import type { Shift } from '#server/measures/partial-date.shared'

/** From so many days on, months say enough. */
const DAYS_TO_MONTHS = 62

/** What a line of time shows, in words. */
export function useTimelineWords() {
  const { t, i18n } = useTranslation(['pictures', 'common'])
  const locale = toLocale(i18n.language)
  const date = (value: string) => formatDate(value, locale)

  const shift = ({ direction, unit, least, most }: Shift): string => {
    if (direction === 'narrowed' || direction === 'widened') return t('timeline.vaguer')
    const [near, far] = [Math.min(Math.abs(least), Math.abs(most)), Math.max(Math.abs(least), Math.abs(most))]
    const inMonths = unit === 'day' && near >= DAYS_TO_MONTHS
    const [low, high] = inMonths ? [Math.floor(near / 30.44), Math.floor(far / 30.44)] : [near, far]
    const shown = inMonths ? 'month' : unit
    return low === high
      ? t(`timeline.${direction}.${shown}`, { count: high })
      : t(`timeline.${direction}Range.${shown}`, { low, high })
  }

  const milestone = ({ label, date: when, state, was, shift: moved }: MilestoneOnTimeline): string => {
    const facts = [
      t(`timeline.states.${state}`),
      moved && was && t('timeline.wasThen', { date: date(was), shift: shift(moved) }),
    ]
    return `${date(when)}: ${label} (${facts.filter(Boolean).join('; ')})`
  }

  const period = ({ startsOn, endsOn }: Pick<TimelineRow, 'startsOn' | 'endsOn'>): string | null => {
    if (startsOn && endsOn) return t('timeline.fromTo', { from: date(startsOn), to: date(endsOn) })
    if (startsOn) return t('timeline.from', { date: date(startsOn) })
    return endsOn ? t('timeline.until', { date: date(endsOn) }) : null
  }

  /** all that a row shows, for who cannot see it */
  const row = (row: TimelineRow): string =>
    [period(row), ...row.milestones.map(milestone)].filter(Boolean).join('. ') || t('timeline.noDates')

  return { date, shift, milestone, period, row }
}
