import { type ResponsibilityHistory, responsibilityRoles } from '#server/measures/responsibility.shared'

const MONTH = 30 * 24 * 3_600_000

/** Where who carried a measure stands on a line from the first thing that happened until today, in percents of it. */
export function lanesOf(history: ResponsibilityHistory[], today: string) {
  const rank = (part: ResponsibilityHistory) => responsibilityRoles.indexOf(part.role)
  const carried = history.filter(part => part.wasCarried).sort((one, other) => rank(one) - rank(other))
  const now = Date.parse(`${today}T23:59:59Z`)
  const moments = history.flatMap(part => part.events.map(event => event.at.getTime()))
  const first = Math.min(now - MONTH, ...moments)
  const place = (moment: Date | null) => (((moment?.getTime() ?? first) - first) / (now - first)) * 100
  const lanes = carried.map(part => {
    const from = place(part.carriedFrom)
    return {
      part,
      from,
      width: Math.max(1.5, (part.carriedUntil ? Math.min(100, place(part.carriedUntil)) : 100) - from),
    }
  })
  return { lanes, first: new Date(first) }
}
