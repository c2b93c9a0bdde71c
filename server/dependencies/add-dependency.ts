import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { type AddDependencyInput, closesCircle } from './dependency.shared'
import { mayLinkMeasures } from './dependency-access.shared'

/**
 * Says how one measure of a plan hangs together with another. What blocks never goes round in a circle: the plan is locked
 * while that is checked, and the database checks it again.
 * @returns its id
 * @throws DomainError `not-found` (with the field) for a measure that the actor cannot see; `forbidden`; `invalid`
 *   `same-measure` (`toId`); `invalid` `other-plan` (`toId`); `conflict` `already-linked` (`toId`); `conflict`
 *   `blocks-circle` (`toId`)
 */
export async function addDependency(
  trx: Transaction<Database>,
  actor: Actor,
  { fromId, toId, kind, note }: AddDependencyInput,
): Promise<string> {
  const planId = await lockPlanOf(trx, actor, { fromId, toId })
  if (!mayLinkMeasures(actor)) throw new DomainError('forbidden')
  if (fromId === toId) throw new DomainError('invalid', 'same-measure', 'toId')
  if (kind === 'blocks' && closesCircle(await readBlocks(trx, planId), { fromId, toId })) {
    throw new DomainError('conflict', 'blocks-circle', 'toId')
  }
  const id = randomUUID()
  try {
    await trx
      .insertInto('dependency')
      .values({ id, planId, fromId, toId, kind, note, madeBy: actor.mandate.id })
      .execute()
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === 'dependency_no_circle') throw new DomainError('conflict', 'blocks-circle', 'toId')
    if (constraint?.startsWith('dependency_')) throw new DomainError('conflict', 'already-linked', 'toId')
    throw error
  }
  await recordActivity(trx, actor, {
    verb: 'dependency.added',
    subjectType: 'measure',
    subjectId: fromId,
    topics: [`measure:${fromId}`, `measure:${toId}`, 'measures'],
    after: { dependencyId: id, kind, fromId, toId, ...(note && { note }) },
  })
  return id
}

/** Nobody else adds to the dependencies of the plan until the transaction ends. @returns the plan of both measures */
async function lockPlanOf(
  trx: Transaction<Database>,
  actor: Actor,
  { fromId, toId }: { fromId: string; toId: string },
) {
  const measures = await trx
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['measure.id', 'measure.planId'])
    .where('measure.id', 'in', [fromId, toId])
    .where('plan.groupId', '=', actor.groupId)
    .execute()
  const planOf = (id: string, field: string) => {
    const measure = measures.find(found => found.id === id)
    if (!measure) throw new DomainError('not-found', 'not-found', field)
    return measure.planId
  }
  const planId = planOf(fromId, 'fromId')
  if (planOf(toId, 'toId') !== planId) throw new DomainError('invalid', 'other-plan', 'toId')
  await trx.selectFrom('plan').select('id').where('id', '=', planId).forNoKeyUpdate().execute()
  return planId
}

async function readBlocks(trx: Transaction<Database>, planId: string) {
  return trx
    .selectFrom('dependency')
    .select(['fromId', 'toId'])
    .where('planId', '=', planId)
    .where('kind', '=', 'blocks')
    .execute()
}
