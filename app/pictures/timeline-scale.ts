import { dayOf, type Window } from '#server/baselines/plan-timeline.shared'

/** Places on a line of time, in percents of it, so that one drawing fits every width. */
export interface Scale {
  window: Window
  /** where a day begins, as days since 1970 */
  at: (day: number) => string
  /** from the first day of a period to the last */
  span: (date: string) => { x: string; width: string }
  /** the middle of a period */
  middle: (date: string) => string
  isInSight: (date: string) => boolean
}

export function scaleOf(window: Window): Scale {
  const days = window.last + 1 - window.first
  const percent = (share: number) => `${Math.round(share * 100_000) / 1000}%`
  const place = (day: number) => (day - window.first) / days
  const ends = (date: string) => [dayOf(date, 'first'), dayOf(date, 'last') + 1] as const
  return {
    window,
    at: day => percent(place(day)),
    span: date => {
      const [first, end] = ends(date)
      return { x: percent(place(first)), width: percent((end - first) / days) }
    },
    middle: date => {
      const [first, end] = ends(date)
      return percent((place(first) + place(end)) / 2)
    },
    isInSight: date => {
      const [first, end] = ends(date)
      return end > window.first && first <= window.last
    },
  }
}
