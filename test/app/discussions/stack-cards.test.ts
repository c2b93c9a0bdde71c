import { expect, test } from 'vitest'
import { stackCards } from '#app/discussions/stack-cards'

const cards = [
  { id: 'a', wanted: 0, height: 90 },
  { id: 'b', wanted: 20, height: 90 },
  { id: 'c', wanted: 120, height: 90 },
  { id: 'd', wanted: 900, height: 90 },
]
const placed = (activeId: string | null) => Object.fromEntries(stackCards(cards, activeId).tops)

test('cards stand at their passages and push each other down', () => {
  expect(placed(null)).toEqual({ a: 0, b: 100, c: 200, d: 900 })
  expect(stackCards(cards, null).bottom).toBe(1000)
})

test('the one that is looked at stands at its passage; what does not fit above it comes after', () => {
  expect(placed('c')).toEqual({ b: 20, c: 120, a: 220, d: 900 })
  expect(placed('b')).toEqual({ b: 20, a: 120, c: 220, d: 900 })
  expect(placed('d')).toEqual({ a: 0, b: 100, c: 200, d: 900 })
})

test('no two cards overlap, whichever is looked at', () => {
  for (const active of [null, 'a', 'b', 'c', 'd']) {
    const tops = Object.values(placed(active)).sort((one, other) => one - other)
    expect(tops.every((top, index) => index === 0 || top - tops[index - 1]! >= 100)).toBe(true)
  }
})
