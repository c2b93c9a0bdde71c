import { z } from 'zod'
import type { BodyMark } from '../bodies/body.shared'
import type { AgendaItem } from './meeting-detail.shared'

const record = z.guid({ error: 'choose-one' })

export const openItemInput = z.object({ meetingId: record, agendaItemId: record })
export const runClockInput = z.object({ meetingId: record, run: z.boolean() })
/** Minutes more for an item. */
export const extendItemInput = z.object({ agendaItemId: record, minutes: z.number().int().min(1).max(60) })

/** Somebody who asked for the floor, or has it. */
export interface FloorRequest {
  id: string
  personId: string
  name: string
  body: BodyMark
  askedAt: Date
  /** null: still waiting */
  givenAt: Date | null
}

/** How long the item at hand took, as the database has it. */
export interface MeetingClock {
  currentItemId: string | null
  /** null: it stands still */
  startedAt: Date | null
  /** when this was read, by the same clock */
  now: Date
}

/** @returns how many seconds an item took until `now` (milliseconds) */
export function secondsOf(item: Pick<AgendaItem, 'id' | 'secondsSpent'>, clock: MeetingClock, now: number): number {
  const runs = clock.currentItemId === item.id && clock.startedAt ? now - clock.startedAt.getTime() : 0
  return item.secondsSpent + Math.max(0, Math.floor(runs / 1000))
}

/** @returns how many seconds the agenda still asks for: what is left of the item at hand, and all of those after it */
export function secondsLeft(items: AgendaItem[], clock: MeetingClock, now: number): number {
  const index = items.findIndex(item => item.id === clock.currentItemId)
  return items.slice(Math.max(0, index)).reduce((total, item) => {
    if (item.minutesAllotted === null) return total
    return total + Math.max(0, item.minutesAllotted * 60 - secondsOf(item, clock, now))
  }, 0)
}
