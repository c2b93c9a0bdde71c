/** The day of the next third Thursday of a month that is at least ten days away, as 'YYYY-MM-DD': time enough to prepare. */
export function comingThirdThursday(today: Date): string {
  const earliest = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + 10)
  const thisMonth = thirdThursday(today.getUTCFullYear(), today.getUTCMonth())
  const nextMonth = thirdThursday(today.getUTCFullYear(), today.getUTCMonth() + 1)
  return new Date(thisMonth >= earliest ? thisMonth : nextMonth).toISOString().slice(0, 10)
}

function thirdThursday(year: number, month: number): number {
  const weekdayOfFirst = new Date(Date.UTC(year, month, 1)).getUTCDay()
  return Date.UTC(year, month, 15 + ((4 - weekdayOfFirst + 7) % 7))
}

/** @returns the moment of a clock time ('HH:MM') in Brussels on a day ('YYYY-MM-DD') */
export function inBrussels(day: string, time: string): Date {
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Brussels', timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T12:00Z`))
    .find(part => part.type === 'timeZoneName')
  return new Date(`${day}T${time}${offset?.value.slice('GMT'.length)}`)
}
