import { expect, test } from 'vitest'
import { nextSeriesDay, type SeriesRule } from '#server/meetings/series.shared'

const daysOf = (rule: SeriesRule, count: number) => {
  const days: string[] = []
  for (let i = 0; i < count; i++) days.push(nextSeriesDay(rule, days.at(-1) ?? null))
  return days
}

test('the second Thursday of every month, from a day on, over the end of the year', () => {
  const rule: SeriesRule = { frequency: 'monthly', every: 1, weekday: 4, weekOfMonth: 2, startsOn: '2026-10-09' }
  expect(daysOf(rule, 4)).toEqual(['2026-11-12', '2026-12-10', '2027-01-14', '2027-02-11'])
})

test('the last Friday of every third month', () => {
  const rule: SeriesRule = { frequency: 'monthly', every: 3, weekday: 5, weekOfMonth: 5, startsOn: '2026-01-01' }
  expect(daysOf(rule, 3)).toEqual(['2026-01-30', '2026-04-24', '2026-07-31'])
})

test('every second Thursday keeps its rhythm, also when the last one was moved', () => {
  const rule: SeriesRule = { frequency: 'weekly', every: 2, weekday: 4, weekOfMonth: null, startsOn: '2026-03-02' }
  expect(daysOf(rule, 3)).toEqual(['2026-03-05', '2026-03-19', '2026-04-02'])
  expect(nextSeriesDay(rule, '2026-03-20')).toBe('2026-04-02')
})
