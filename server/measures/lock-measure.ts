import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { basicFunctions, otherPriorities } from './measure-lists'

/**
 * Reads a measure of the actor's group, and keeps others from changing it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockMeasure(trx: Transaction<Database>, actor: Actor, measureId: string) {
  const [measure] = await lockMeasures(trx, actor, [measureId])
  if (!measure) throw new DomainError('not-found')
  return measure
}

/**
 * The same for many, in an order that keeps two who do this at once from waiting for each other.
 * @returns those that the actor's group has
 */
export async function lockMeasures(trx: Transaction<Database>, actor: Actor, measureIds: string[]) {
  return (
    trx
      .selectFrom('measure')
      .innerJoin('plan', 'plan.id', 'measure.planId')
      .select(['measure.id', 'measure.planId', 'measure.priorityId', 'measure.axisId', 'measure.position'])
      .select(['measure.number', 'measure.title', 'measure.summary', 'measure.kind', 'measure.level', 'measure.status'])
      .select([
        'measure.horizonFrom',
        'measure.horizonTo',
        'measure.fieldCertainty',
        'measure.startsOn',
        'measure.endsOn',
      ])
      .select([
        'measure.targetGroups',
        'measure.parentId',
        'measure.askedBodyId',
        'measure.askedName',
        'measure.askedOn',
      ])
      .select(['measure.answer', 'measure.answeredOn', 'measure.reviewedOn', 'measure.reviewDueOn', 'measure.source'])
      .select(eb => [otherPriorities(eb).as('priorityIds'), basicFunctions(eb).as('basicFunctionIds')])
      .where('measure.id', 'in', measureIds)
      .where('plan.groupId', '=', actor.groupId)
      .orderBy('measure.id')
      // Who only points at it, as at a priority or a parent, need not wait.
      .forNoKeyUpdate('measure')
      .execute()
  )
}
