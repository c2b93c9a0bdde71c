import type { Actor } from '#server/auth/actor.shared'
import type { Db } from '#server/context'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { openConditions } from '#server/positions/condition-queries'
import { positionsOn } from '#server/positions/position-queries'
import { newestRoundsOn } from '#server/positions/position-round-list'
import type { Stands } from './stands'

/** How bodies stand on everything that the agenda is about, and what they were asked last. */
export async function readStands(db: Db, actor: Actor, { items }: MeetingDetail): Promise<Stands> {
  const measureIds = [...new Set(items.flatMap(item => item.measures.map(measure => measure.id)))]
  const [positions, conditions, rounds] = await Promise.all([
    positionsOn(db, actor, measureIds),
    openConditions(db, actor, { measureIds }),
    newestRoundsOn(db, actor, measureIds),
  ])
  return { positions, conditions, rounds }
}
