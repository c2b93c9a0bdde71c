import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { CreatePlanInput } from './plan.shared'
import { mayShapePlan } from './plan-access.shared'

/**
 * Makes the plan of a group that has none: its title, its priorities and its axes, in the order given.
 * @returns its id
 * @throws DomainError `forbidden`; `conflict` when the group has a plan
 */
export async function createPlan(
  trx: Transaction<Database>,
  actor: Actor,
  { title, priorities, axes }: CreatePlanInput,
): Promise<string> {
  if (!mayShapePlan(actor)) throw new DomainError('forbidden')
  const id = randomUUID()
  await lockGroup(trx, actor)
  const existing = await trx.selectFrom('plan').select('id').where('groupId', '=', actor.groupId).executeTakeFirst()
  if (existing) throw new DomainError('conflict')

  await trx.insertInto('plan').values({ id, groupId: actor.groupId, title }).execute()
  const placed = <T>(names: string[], row: (name: string) => T) =>
    names.map((name, index) => ({ planId: id, position: index + 1, ...row(name) }))
  await trx
    .insertInto('priority')
    .values(placed(priorities, title => ({ title })))
    .execute()
  if (axes.length > 0) {
    await trx
      .insertInto('axis')
      .values(placed(axes, name => ({ name })))
      .execute()
  }
  await recordActivity(trx, actor, {
    verb: 'plan.created',
    subjectType: 'plan',
    subjectId: id,
    topics: ['measures'],
    after: { title, priorities, axes },
  })
  return id
}

/** Of two who make the plan at the same moment, the second waits and then finds it. */
async function lockGroup(trx: Transaction<Database>, actor: Actor): Promise<void> {
  await trx.selectFrom('consultationGroup').select('id').where('id', '=', actor.groupId).forUpdate().execute()
}
