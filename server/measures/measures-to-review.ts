import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { isCoordinator, mandateFor } from '../auth/role-access.shared'
import { currentPlan } from '../plans/plan-queries'
import type { MeasureToReview } from './measure-detail.shared'

/**
 * @returns the measures of the plan that should have been looked through by now, the longest overdue first: all of them for a
 *   coordinator, for others those that their body leads
 */
export async function measuresToReview(db: Kysely<Database>, actor: Actor): Promise<MeasureToReview[]> {
  const bodyIds = actor.mandates.map(mandate => mandate.bodyId).filter(bodyId => mandateFor(actor, bodyId))
  if (!isCoordinator(actor) && bodyIds.length === 0) return []
  const overdue = db
    .selectFrom('measure')
    .select(['measure.id', 'measure.title', 'measure.isDemo', 'measure.reviewedOn'])
    .select(eb => eb.ref('measure.reviewDueOn').$notNull().as('reviewDueOn'))
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where('measure.reviewDueOn', '<', today)
    .orderBy('measure.reviewDueOn')
    .orderBy('measure.title')
    .limit(200)
  if (isCoordinator(actor)) return overdue.execute()
  return overdue
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('responsibility')
          .select('responsibility.id')
          .whereRef('responsibility.measureId', '=', 'measure.id')
          .where('responsibility.role', '=', 'lead')
          .where('responsibility.state', '=', 'accepted')
          .where('responsibility.bodyId', 'in', bodyIds),
      ),
    )
    .execute()
}
