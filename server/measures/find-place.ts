import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'

/**
 * Finds a priority of the actor's group, and keeps others from adding to it until the transaction ends, so that no two
 * measures get the same place.
 * @returns its plan and the place after its last measure; undefined when the group has no such priority
 */
export async function lockPriority(
  trx: Transaction<Database>,
  actor: Actor,
  priorityId: string,
): Promise<{ planId: string; nextPosition: number } | undefined> {
  const priority = await trx
    .selectFrom('priority')
    .innerJoin('plan', 'plan.id', 'priority.planId')
    .select('plan.id as planId')
    .where('priority.id', '=', priorityId)
    .where('plan.groupId', '=', actor.groupId)
    .forNoKeyUpdate('priority')
    .executeTakeFirst()
  if (!priority) return undefined
  const { last } = await trx
    .selectFrom('measure')
    .select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('priorityId', '=', priorityId)
    .executeTakeFirstOrThrow()
  return { ...priority, nextPosition: last + 1 }
}

/** @returns the axis when it is one of the plan's */
export async function findAxis(trx: Transaction<Database>, planId: string, axisId: string) {
  return trx.selectFrom('axis').select('id').where('id', '=', axisId).where('planId', '=', planId).executeTakeFirst()
}
