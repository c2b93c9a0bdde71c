export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

/** What `promise` gives, or null when that takes longer than `ms`. */
export const within = (promise, ms) => Promise.race([promise, sleep(ms).then(() => null)])

/** @param {number[]} values in any order @param {number} share 0.5 for the median */
export function percentile(values, share) {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other)
  if (sorted.length === 0) return null
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
}

/** What was added between two figures; null where one is not known. */
export const grown = (before, after) => (Number.isFinite(before) && Number.isFinite(after) ? after - before : null)

/** To so many significant digits; what is no number stays null. */
export const round = (value, digits = 3) => (Number.isFinite(value) ? Number(value.toPrecision(digits)) : null)

export const latencies = values => ({
  p50: round(percentile(values, 0.5)),
  p95: round(percentile(values, 0.95)),
  p99: round(percentile(values, 0.99)),
})

/** The same sequence of numbers from 0 to 1 each time (mulberry32). */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
