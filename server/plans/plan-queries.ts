import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { Plan } from './plan.shared'

/** The id of the plan that the actor's group works on, for use in a query: the one approved last, else proposed last. */
export const currentPlan = (eb: Pick<ExpressionBuilder<Database, never>, 'selectFrom'>, actor: Actor) =>
  eb
    .selectFrom('plan')
    .select('plan.id')
    .where('plan.groupId', '=', actor.groupId)
    .orderBy('plan.approvedOn', order => order.desc().nullsLast())
    .orderBy('plan.proposedOn', order => order.desc().nullsLast())
    .orderBy('plan.id')
    .limit(1)

/** @returns the plan that the actor's group works on; null for a group without a plan */
export async function readPlan(db: Kysely<Database>, actor: Actor): Promise<Plan | null> {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'title', 'proposedOn', 'approvedOn', 'note', 'source', 'certainty'])
    .where('id', '=', eb => currentPlan(eb, actor))
    .executeTakeFirst()
  if (!plan) return null
  const [priorities, axes] = await Promise.all([
    db
      .selectFrom('priority')
      .select(['id', 'position', 'title', 'certainty'])
      .where('planId', '=', plan.id)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('axis')
      .select(['id', 'position', 'name'])
      .where('planId', '=', plan.id)
      .orderBy('position')
      .execute(),
  ])
  return { ...plan, priorities, axes }
}
