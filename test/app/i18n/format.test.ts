import { expect, test } from 'vitest'
import { formatDate, formatLongDate, formatRelativeDay, formatTime, formatTimeRange, toDay } from '#app/i18n/format'

test('a date is as precise as the source', () => {
  expect(formatDate('2026-03-16', 'nl')).toBe('16 mrt. 2026')
  expect(formatDate('2026-03', 'nl')).toBe('maart 2026')
  expect(formatDate('2026', 'nl')).toBe('2026')
  expect(formatDate('2026-03-16', 'en')).toBe('16 Mar 2026')
})

test('a moment falls on the day and the hour that it is in Brussels, summer and winter', () => {
  expect(toDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(toDay(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
  expect(formatDate(new Date('2026-06-30T22:30:00Z'), 'nl')).toBe('1 juli 2026')
  expect(formatTime(new Date('2026-06-30T11:30:00Z'), 'nl')).toBe('13.30 uur')
  expect(formatTime(new Date('2026-01-30T11:05:00Z'), 'en')).toBe('12:05')
  expect(formatTime(new Date('2026-01-30T23:05:00Z'), 'nl')).toBe('0.05 uur')
})

test('a meeting reads as people say it', () => {
  const start = new Date('2026-03-19T12:30:00Z')
  expect(formatLongDate(start, 'nl')).toBe('donderdag 19 maart 2026')
  expect(formatTimeRange(start, new Date('2026-03-19T15:00:00Z'), 'nl')).toBe('13.30 tot 16.00 uur')
})

test('how far off a day is, in days first and in weeks, months and years further on', () => {
  const from = '2026-03-09'
  expect(formatRelativeDay('2026-03-09', from, 'nl')).toBe('vandaag')
  expect(formatRelativeDay('2026-03-10', from, 'nl')).toBe('morgen')
  expect(formatRelativeDay('2026-03-16', from, 'nl')).toBe('over 7 dagen')
  expect(formatRelativeDay('2026-02-19', from, 'nl')).toBe('18 dagen geleden')
  expect(formatRelativeDay('2026-04-30', from, 'nl')).toBe('over 7 weken')
  expect(formatRelativeDay('2026-09-09', from, 'en')).toBe('in 6 months')
  expect(formatRelativeDay('2016-03-09', from, 'en')).toBe('10 years ago')
})
