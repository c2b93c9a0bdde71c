import { z } from 'zod'

/**
 * Reads a day, a month or a year as people write it: '2026', '2026-03', '2026-03-15', '3/2026', '15/3/2026', '15-03-2026'.
 * @returns it as 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; undefined where it is none, or a day that no month has
 */
export function parsePartialDate(text: string): string | undefined {
  const written = text.trim()
  const [, year, month, day] =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(written) ??
    reversed(/^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(written))
  if (!year) return undefined
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  const whole = `${date}-01-01`.slice(0, 10)
  const parsed = new Date(`${whole}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== whole ? undefined : date
}

/** @returns it as people write it: '15/3/2026', '3/2026', '2026' */
export const writePartialDate = (date: string | null) =>
  (date ?? '').split('-').map(Number).reverse().join('/').replace(/^0$/, '')

const reversed = (found: RegExpExecArray | null) => (found ? [found[0], found[3], found[2], found[1]] : [])

/** A date as precise as it is known. */
export const partialDate = z.string({ error: 'not-a-partial-date' }).transform((text, context) => {
  const date = parsePartialDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: 'not-a-partial-date' })
  return z.NEVER
})

/** @returns 'YYYY-MM-DD' */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** @returns 'YYYY-MM-DD' */
export function lastDay(date: string): string {
  const [year = '', month = '12'] = date.split('-')
  const ofMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return date.length === 10 ? date : `${year}-${month}-${ofMonth}`
}

/**
 * Whether the whole period is over: 2026 is from the first of January 2027 on.
 * @param today the day it is in Brussels, 'YYYY-MM-DD'
 */
export const isOver = (date: string, today: string): boolean => date < today.slice(0, date.length)

/** Whether the period has yet to begin. */
export const isToCome = (date: string, today: string): boolean => date > today.slice(0, date.length)

/** How far one date lies from another, no more precisely than the two are known. */
export interface Shift {
  /**
   * narrowed: now says more precisely what then said. widened: now says less, so it may be later, earlier, or neither
   */
  direction: 'later' | 'earlier' | 'narrowed' | 'widened'
  /** that of the more precise of the two */
  unit: 'day' | 'month' | 'year'
  /** how many units at least and at most; below zero is earlier. Equal when both dates are equally precise */
  least: number
  most: number
}

/**
 * Compares two dates of any precision. Of March 2026 and 2027 it says: 10 to 21 months later, which is all that is known.
 * @returns null when they are the same
 */
export function shiftBetween(then: string, now: string): Shift | null {
  if (then === now) return null
  const precision = Math.max(then.length, now.length)
  const [thenFirst, thenLast] = unitsOf(then, precision)
  const [nowFirst, nowLast] = unitsOf(now, precision)
  const least = nowFirst - thenLast
  const most = nowLast - thenFirst
  const unit = precision === 4 ? 'year' : precision === 7 ? 'month' : 'day'
  if (least > 0) return { direction: 'later', unit, least, most }
  if (most < 0) return { direction: 'earlier', unit, least, most }
  return { direction: now.length > then.length ? 'narrowed' : 'widened', unit, least, most }
}

/** The first and last year, month or day of a period, counted from a fixed one. */
function unitsOf(date: string, precision: number): [number, number] {
  const count = (day: string) => {
    const [year = 0, month = 0] = day.split('-').map(Number)
    if (precision === 4) return year
    return precision === 7 ? year * 12 + month : Date.parse(day) / 86_400_000
  }
  return [count(firstDay(date)), count(lastDay(date))]
}
