import { useEffect, useState } from 'react'
import type { MeetingClock } from '#server/meetings/session.shared'

/** The moment by the database's clock, in milliseconds, every second anew: so that every screen counts the same. */
export function useNow({ now }: Pick<MeetingClock, 'now'>): number {
  const read = now.getTime()
  const [moment, setMoment] = useState(read)
  useEffect(() => {
    const ahead = read - Date.now()
    const tick = () => setMoment(Date.now() + ahead)
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [read])
  return moment
}

/** "12:40", "1:02:05" */
export function asClock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
