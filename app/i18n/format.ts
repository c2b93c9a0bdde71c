import { dates as en } from './en/dates'
import type { Locale } from './locale'
import { dates as nl } from './nl/dates'

// Month names are ours: those of Intl differ between versions of Node and of browsers, and React would see a mismatch.
const words = { nl, en }
const zone = 'Europe/Brussels'
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment, a day ('YYYY-MM-DD'), or as much of a day as is known ('YYYY-MM', 'YYYY'). */
export type DateLike = Date | string

function clock(moment: Date) {
  const found = Object.fromEntries(parts.formatToParts(moment).map(part => [part.type, part.value]))
  return { day: `${found.year}-${found.month}-${found.day}`, hour: Number(found.hour), minute: found.minute }
}

/** @returns the day in Brussels as 'YYYY-MM-DD'; what is only a year or a month stays so */
export function toDay(date: DateLike): string {
  if (typeof date === 'string' && date.length <= 10) return date
  return clock(new Date(date)).day
}

/** "16 mrt. 2026", "maart 2026", "2026" */
export function formatDate(date: DateLike, locale: Locale): string {
  const [year, month, day] = toDay(date).split('-')
  if (!month) return year ?? ''
  if (!day) return `${words[locale].months[Number(month) - 1]} ${year}`
  return `${Number(day)} ${words[locale].monthsShort[Number(month) - 1]} ${year}`
}

/** "donderdag 19 maart 2026" */
export function formatLongDate(date: DateLike, locale: Locale): string {
  const [year, month, day] = toDay(date).split('-')
  return `${formatWeekday(date, locale)} ${Number(day)} ${words[locale].months[Number(month) - 1]} ${year}`
}

/** "mrt." */
export const formatMonth = (date: DateLike, locale: Locale) =>
  words[locale].monthsShort[Number(toDay(date).slice(5, 7)) - 1] ?? ''

/** "donderdag" */
export const formatWeekday = (date: DateLike, locale: Locale) =>
  words[locale].weekdays[new Date(`${toDay(date)}T12:00:00Z`).getUTCDay()] ?? ''

function hourAndMinute(moment: Date, locale: Locale) {
  const { hour, minute } = clock(moment)
  return `${hour}${words[locale].hourSeparator}${minute}`
}

/** "13.30 uur" */
export const formatTime = (moment: Date, locale: Locale) =>
  words[locale].time.replace('{time}', hourAndMinute(moment, locale))

/** "13.30 tot 16.00 uur" */
export const formatTimeRange = (from: Date, to: Date, locale: Locale) =>
  words[locale].timeRange.replace('{from}', hourAndMinute(from, locale)).replace('{to}', hourAndMinute(to, locale))

/** "over 7 dagen", "gisteren", "over 7 weken"; `today` as 'YYYY-MM-DD' */
export function formatRelativeDay(date: DateLike, today: string, locale: Locale): string {
  const days = Math.round((Date.parse(toDay(date)) - Date.parse(today)) / 86_400_000)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const size = Math.abs(days)
  if (size < 28) return relative.format(days, 'day')
  if (size < 63) return relative.format(Math.round(days / 7), 'week')
  if (size < 700) return relative.format(Math.round(days / 30.44), 'month')
  return relative.format(Math.round(days / 365.25), 'year')
}

/** "1.204", "2,5" */
export const formatNumber = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale === 'nl' ? 'nl-BE' : 'en-GB').format(value)

/** "812 bytes", "34 kB", "2,5 MB" */
export function formatFileSize(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000), locale)} kB`
  return `${formatNumber(Math.round(bytes / 104_857.6) / 10, locale)} MB`
}
