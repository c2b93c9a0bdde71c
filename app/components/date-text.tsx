import { type DateLike, toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'

/** A day, as precise as it is known, for people and for machines. */
export function DateText({ date }: { date: DateLike }) {
  const format = useFormat()
  return <time dateTime={toDay(date)}>{format.date(date)}</time>
}
