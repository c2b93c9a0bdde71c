import { z } from 'zod'

/** One's own meetings, or those of the group. */
export const feedKinds = ['person', 'group'] as const
export type FeedKind = (typeof feedKinds)[number]

export interface FeedState {
  /** since when there is an address; null: there is none */
  madeAt: Date | null
}

export const feedInput = z.object({ intent: z.enum(['renew-feed', 'stop-feed']), kind: z.enum(feedKinds) })

/** The address under which a calendar fetches a feed. */
export const feedPath = (token: string) => `/calendars/${token}.ics`
