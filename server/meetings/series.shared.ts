import { z } from 'zod'

export const seriesFrequencies = ['weekly', 'monthly'] as const

/** The weeks of a month by name: the fifth is the last. */
export const weeksOfMonth = ['first', 'second', 'third', 'fourth', 'last'] as const

/** When the meetings of a series are held. */
export interface SeriesRule {
  frequency: (typeof seriesFrequencies)[number]
  /** every so many weeks or months */
  every: number
  /** 1 is Monday */
  weekday: number
  /** 1 to 4, 5 is the last one of the month; null where it goes by the week */
  weekOfMonth: number | null
  /** 'YYYY-MM-DD', on or after which the first one is held */
  startsOn: string
}

const record = z.guid({ error: 'choose-one' })

export const createSeriesInput = z
  .object({
    title: z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long'),
    location: z.string().trim().max(200, 'too-long').default(''),
    frequency: z.enum(seriesFrequencies, { error: 'choose-one' }),
    every: z.number({ error: 'not-a-number' }).int('not-a-number').min(1, 'not-a-number').max(12, 'not-a-number'),
    weekday: z.number({ error: 'choose-one' }).int().min(1, 'choose-one').max(7, 'choose-one'),
    weekOfMonth: z.number().int().min(1).max(5).optional(),
    startsOn: z.iso.date({ error: 'not-a-date' }),
    time: z.string({ error: 'not-a-time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time'),
    templateId: record.optional(),
  })
  .refine(({ frequency, weekOfMonth }) => frequency === 'weekly' || weekOfMonth !== undefined, {
    error: 'choose-one',
    path: ['weekOfMonth'],
  })
export type CreateSeriesInput = z.infer<typeof createSeriesInput>

const DAY = 86_400_000
const asDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const asTime = (day: string) => Date.parse(`${day}T00:00:00Z`)
/** 1 is Monday */
const weekdayOf = (time: number) => ((new Date(time).getUTCDay() + 6) % 7) + 1

/**
 * The day of the first meeting of a series that is later than a day.
 * @param after 'YYYY-MM-DD'; null: the first of all
 * @returns 'YYYY-MM-DD'
 */
export function nextSeriesDay(rule: SeriesRule, after: string | null): string {
  const start = asTime(rule.startsOn)
  const bound = after === null ? start - DAY : Math.max(asTime(after), start - DAY)
  return asDay(rule.frequency === 'weekly' ? nextByWeek(rule, start, bound) : nextByMonth(rule, start, bound))
}

function nextByWeek({ weekday, every }: SeriesRule, start: number, bound: number): number {
  const first = start + ((weekday - weekdayOf(start) + 7) % 7) * DAY
  const step = every * 7 * DAY
  const passed = bound < first ? 0 : Math.floor((bound - first) / step) + 1
  return first + passed * step
}

function nextByMonth({ weekday, weekOfMonth, every }: SeriesRule, start: number, bound: number): number {
  const from = new Date(start)
  // The months are counted from the first one that still has its day: a series that starts on the 20th begins a month later.
  let first = 0
  while (dayInMonth(from.getUTCFullYear(), from.getUTCMonth() + first, weekday, weekOfMonth ?? 1) < start) first++
  for (let month = first; ; month += every) {
    const day = dayInMonth(from.getUTCFullYear(), from.getUTCMonth() + month, weekday, weekOfMonth ?? 1)
    if (day > bound) return day
  }
}

/** The second Thursday of a month, for example; the fifth is the last one. */
function dayInMonth(year: number, month: number, weekday: number, week: number): number {
  if (week === 5) {
    const last = Date.UTC(year, month + 1, 0)
    return last - ((weekdayOf(last) - weekday + 7) % 7) * DAY
  }
  const first = Date.UTC(year, month, 1)
  return first + (((weekday - weekdayOf(first) + 7) % 7) + (week - 1) * 7) * DAY
}

/** A series as the page of meetings lists it. */
export interface SeriesInList extends SeriesRule {
  id: string
  title: string
  location: string | null
  /** 'HH:MM' */
  time: string
  isDemo: boolean
  template: string | null
  /** the day that the next one is planned for, when somebody asks for it */
  nextDay: string
}
