import { describe, expect, test } from 'vitest'
import { isOver, isToCome, lastDay, shiftBetween } from '#server/measures/partial-date.shared'

test.each([
  ['2026', '2026-12-31'],
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2026-11', '2026-11-30'],
  ['2026-11-05', '2026-11-05'],
])('the last day of %s is %s', (date, day) => {
  expect(lastDay(date)).toBe(day)
})

test.each([
  ['2026', '2026-12-31', false, false],
  ['2026', '2027-01-01', true, false],
  ['2026', '2025-12-31', false, true],
  ['2026-02', '2026-02-28', false, false],
  ['2026-02', '2026-03-01', true, false],
  ['2026-02', '2026-01-31', false, true],
  ['2026-02-28', '2026-02-28', false, false],
  ['2026-02-28', '2026-03-01', true, false],
])('on %s seen from %s', (date, today, over, toCome) => {
  expect([isOver(date, today), isToCome(date, today)]).toEqual([over, toCome])
})

describe('how far one date lies from another', () => {
  test.each([
    // as precise as each other
    ['2026', '2028', 'later', 'year', 2, 2],
    ['2028', '2026', 'earlier', 'year', -2, -2],
    ['2026-11', '2027-02', 'later', 'month', 3, 3],
    ['2026-02-27', '2026-03-02', 'later', 'day', 3, 3],
    ['2026-10-24', '2026-10-26', 'later', 'day', 2, 2],
    // a month and a year: from December to January, or to the December after
    ['2026-12', '2027', 'later', 'month', 1, 12],
    ['2026-03', '2027', 'later', 'month', 10, 21],
    ['2027', '2026-12', 'earlier', 'month', -12, -1],
    // a day and a month, a day and a year
    ['2026-03-15', '2026-05', 'later', 'day', 47, 77],
    ['2026', '2027-01-01', 'later', 'day', 1, 365],
    // more precisely within what was said, and less
    ['2026', '2026-06', 'narrowed', 'month', -6, 5],
    ['2026-06', '2026-06-30', 'narrowed', 'day', 0, 29],
    ['2026-03', '2026', 'widened', 'month', -2, 9],
    ['2026-03-15', '2026-03', 'widened', 'day', -14, 16],
  ] as const)('%s, then %s: %s', (was, now, direction, unit, least, most) => {
    expect(shiftBetween(was, now)).toEqual({ direction, unit, least, most })
  })

  test('nothing where they are the same', () => {
    expect(shiftBetween('2026-03', '2026-03')).toBeNull()
  })

  test('what it says at least and at most holds for every day that the two may mean', () => {
    const dates = ['2025', '2026', '2026-02', '2026-03', '2026-12', '2027-01', '2026-02-28', '2026-03-01', '2027-01-01']
    for (const was of dates) {
      for (const now of dates) {
        const shift = shiftBetween(was, now)
        const back = shiftBetween(now, was)
        if (!shift || !back) {
          expect(was).toBe(now)
          continue
        }
        expect(shift.least).toBeLessThanOrEqual(shift.most)
        // There and back again is as far, up to the sign of zero.
        expect(back.least + shift.most).toBe(0)
        expect(back.most + shift.least).toBe(0)
      }
    }
  })
})
