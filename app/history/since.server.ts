import { type HistoryFilters, type MeetingMark, readHistoryFilters } from '#server/measures/history.shared'

/**
 * Since when changes are asked for. Where the address names nothing: since the last meeting, and before there was one,
 * everything. A day that is given counts before a meeting.
 */
export function readSince(params: URLSearchParams, meetings: MeetingMark[]) {
  const asked = readHistoryFilters(params)
  const meeting = meetings.find(({ id }) => id === asked.meeting) ?? (asked.from ? null : (meetings[0] ?? null))
  const filters: HistoryFilters = asked.from ? { from: asked.from } : meeting ? { meeting: meeting.id } : {}
  return { filters, since: asked.from ? null : meeting }
}
