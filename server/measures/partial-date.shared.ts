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

const reversed = (found: RegExpExecArray | null) => (found ? [found[0], found[3], found[2], found[1]] : [])

/** A date as precise as it is known. */
export const partialDate = z.string({ error: 'not-a-partial-date' }).transform((text, context) => {
  const date = parsePartialDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: 'not-a-partial-date' })
  return z.NEVER
})
