/** Chance that is the same every time. */
export interface Draw {
  /** a whole number from 0, below a limit */
  upTo(limit: number): number
  chance(of: number): boolean
  one<T>(list: readonly T[]): T
}

/** @returns what draws the same numbers for the same start (mulberry32) */
export function drawFrom(start: number): Draw {
  let state = start
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (limit: number) => Math.floor(next() * limit)
  return { upTo, chance: of => next() < of, one: list => list[upTo(list.length)] as (typeof list)[number] }
}
