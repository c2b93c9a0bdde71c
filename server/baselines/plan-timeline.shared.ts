import type { Horizon, MeasureStatus } from '../measures/measure.shared'
import type { LeadInList } from '../measures/measure-list.shared'
import type { MilestoneState } from '../measures/milestone.shared'
import { firstDay, lastDay, type Shift } from '../measures/partial-date.shared'

/** A milestone on the line; dates are 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export interface MilestoneOnTimeline {
  id: string
  label: string
  /** when it was reached, else when it is planned */
  date: string
  state: MilestoneState
  /** where the newest baseline has it; null: that does not know it */
  was: string | null
  /** null: it did not move, or only to say more precisely when */
  shift: Shift | null
}

/** A measure on the line of time. */
export interface TimelineRow {
  id: string
  number: number | null
  title: string
  status: MeasureStatus
  /** how many discussions of it are open */
  openThreads: number
  priorityPosition: number
  priorityTitle: string
  lead: Pick<LeadInList, 'code' | 'name' | 'colour' | 'isAccepted'> | null
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
  startsOn: string | null
  endsOn: string | null
  /** what the newest baseline has, where that is something else */
  was: { startsOn: string | null; endsOn: string | null } | null
  /** that of the end; null: it did not move */
  endShift: Shift | null
  milestones: MilestoneOnTimeline[]
}

export interface PlanTimeline {
  /** the newest; null: the plan has none */
  baseline: { number: number; name: string; datedOn: string } | null
  /** the first and the last year of what the filters let through; null where no date is known */
  years: { first: number; last: number } | null
  rows: TimelineRow[]
  page: number
  pages: number
}

export const TIMELINE_ROWS_ON_PAGE = 100

export const zooms = ['all', 'year', 'quarter'] as const
export type Zoom = (typeof zooms)[number]

/** How the line is looked at, beside its filters. */
export interface TimelineView {
  zoom: Zoom
  /** the year or the first month of the quarter that is in sight, 'YYYY' or 'YYYY-MM'; null: that of today */
  from: string | null
  /** the same in words, for who cannot or will not look */
  isTable: boolean
  /** from 1 */
  page: number
}

/** Reads it from an address: `?zoom=quarter&from=2026-04&as=table&page=2`. */
export function readTimelineView(params: URLSearchParams): TimelineView {
  const page = Number(params.get('page'))
  const zoom = zooms.find(zoom => zoom === params.get('zoom')) ?? 'all'
  const from = params.get('from') ?? ''
  const isFrom = zoom === 'year' ? /^[12]\d{3}$/.test(from) : /^[12]\d{3}-(01|04|07|10)$/.test(from)
  return {
    zoom,
    from: isFrom ? from : null,
    isTable: params.get('as') === 'table',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** What is in sight, in days since 1970, the last one included. */
export interface Window {
  first: number
  last: number
  /** where lines and their words stand */
  ticks: { date: string; day: number }[]
  /** what to ask for to see what comes before and after; null where all is in sight */
  before: string | null
  after: string | null
}

/** @returns the day a date begins or ends with, in days since 1970 */
export const dayOf = (date: string, end: 'first' | 'last') =>
  Math.round(Date.parse(end === 'first' ? firstDay(date) : lastDay(date)) / 86_400_000)

const month = (year: number, index: number) =>
  `${year + Math.floor(index / 12)}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`

/** @param today 'YYYY-MM-DD' */
export function windowOf(
  { zoom, from }: Pick<TimelineView, 'zoom' | 'from'>,
  years: PlanTimeline['years'],
  today: string,
): Window {
  const thisYear = Number(today.slice(0, 4))
  if (zoom === 'all') {
    const first = Math.min(years?.first ?? thisYear, thisYear)
    const last = Math.max(years?.last ?? thisYear, thisYear)
    const step = Math.ceil((last - first + 1) / 14)
    const shown = Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, index) =>
      String(first + index * step),
    )
    return window(String(first), String(last), shown, null, null)
  }
  if (zoom === 'year') {
    const year = Number(from ?? thisYear)
    const months = Array.from({ length: 12 }, (_, index) => month(year, index))
    return window(String(year), String(year), months, String(year - 1), String(year + 1))
  }
  const [year = thisYear, at = 1] = (from ?? today).split('-').map(Number)
  const start = Math.floor((at - 1) / 3) * 3
  const months = [0, 1, 2].map(index => month(year, start + index))
  const days = months.flatMap(date => [date, `${date}-15`])
  return window(months[0] as string, months[2] as string, days, month(year, start - 3), month(year, start + 3))
}

const window = (first: string, last: string, ticks: string[], before: string | null, after: string | null): Window => ({
  first: dayOf(first, 'first'),
  last: dayOf(last, 'last'),
  ticks: ticks.map(date => ({ date, day: dayOf(date, 'first') })),
  before,
  after,
})

/** @returns how far a date moved at most, the one of a row that moved furthest to later; null where none did */
export function worstShift({ endShift, milestones }: Pick<TimelineRow, 'endShift' | 'milestones'>): Shift | null {
  const shifts = [endShift, ...milestones.map(({ shift }) => shift)].filter(
    (shift): shift is Shift => shift !== null && shift.direction === 'later',
  )
  const days = { day: 1, month: 30, year: 365 }
  return shifts.sort((a, b) => b.most * days[b.unit] - a.most * days[a.unit])[0] ?? null
}
