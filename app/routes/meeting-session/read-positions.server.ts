import type { Actor } from '#server/auth/actor.shared'
import type { Db } from '#server/context'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { openConditions } from '#server/positions/condition-queries'
import { positionsOn } from '#server/positions/position-queries'

/** How bodies stand on everything that the agenda is about. */
export async function readPositions(db: Db, actor: Actor, { items }: MeetingDetail) {
  const measureIds = [...new Set(items.flatMap(item => item.measures.map(measure => measure.id)))]
  const [positions, conditions] = await Promise.all([
    positionsOn(db, actor, measureIds),
    openConditions(db, actor, { measureIds }),
  ])
  return { positions, conditions }
}
