import { expect, test } from 'vitest'
import { closesCircle, neighbourhood } from '#server/dependencies/dependency.shared'

/** A small generator whose numbers are the same in every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** The plain way: whoever stands in a circle reaches itself by some path; all paths by repeated squaring of a matrix. */
function hasCircle(size: number, arrows: { fromId: string; toId: string }[]): boolean {
  const reach = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (const { fromId, toId } of arrows) reach[Number(fromId)]![Number(toId)] = true
  for (let via = 0; via < size; via++) {
    for (let one = 0; one < size; one++) {
      for (let other = 0; other < size; other++) {
        reach[one]![other] ||= reach[one]![via]! && reach[via]![other]!
      }
    }
  }
  return reach.some((row, index) => row[index])
}

test('of random arrows, those are refused that would close a circle, and no others', () => {
  let refused = 0
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed)
    const size = 2 + next(9)
    const accepted: { fromId: string; toId: string }[] = []
    for (let attempt = 0; attempt < 30; attempt++) {
      const arrow = { fromId: String(next(size)), toId: String(next(size)) }
      const expected = hasCircle(size, [...accepted, arrow])
      expect(closesCircle(accepted, arrow), `seed ${seed}, attempt ${attempt}`).toBe(expected)
      if (expected) refused++
      else accepted.push(arrow)
    }
    expect(hasCircle(size, accepted)).toBe(false)
  }
  expect(refused).toBeGreaterThan(500)
})

test('what lies around a measure is found in so many steps, whichever way the arrows point', () => {
  const arrow = (fromId: string, toId: string) => ({ fromId, toId })
  const arrows = [arrow('a', 'b'), arrow('c', 'b'), arrow('c', 'd'), arrow('d', 'a'), arrow('d', 'e'), arrow('x', 'y')]
  const around = (depth: number) => {
    const { distances, dependencies } = neighbourhood(arrows, 'a', depth)
    return [Object.fromEntries(distances), dependencies.length]
  }
  expect(around(0)).toEqual([{ a: 0 }, 0])
  expect(around(1)).toEqual([{ a: 0, b: 1, d: 1 }, 2])
  expect(around(2)).toEqual([{ a: 0, b: 1, d: 1, c: 2, e: 2 }, 5])
  expect(around(9)).toEqual(around(2))
})
