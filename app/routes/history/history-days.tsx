import { HistoryEntry } from '#app/history/history-entry'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import type { HistoryLine, HistoryNames } from '#server/measures/history.shared'

/** What was done, under the day on which it was. */
export function HistoryDays({ lines, names }: { lines: HistoryLine[]; names: HistoryNames }) {
  const format = useFormat()
  const days = [...new Set(lines.map(line => toDay(line.at)))]
  return days.map(day => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="history-day first-letter:uppercase">
        {format.longDate(day)}
      </h2>
      <ul>
        {lines
          .filter(line => toDay(line.at) === day)
          .map(line => (
            <HistoryEntry key={line.id} line={line} names={names} />
          ))}
      </ul>
    </section>
  ))
}
