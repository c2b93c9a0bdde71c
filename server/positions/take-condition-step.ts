import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { ConditionStepName } from './condition.shared'
import { lastStep, stateAfter } from './condition-state'

/**
 * Reads a condition of the actor's group, and keeps others from saying anything about it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockCondition(trx: Transaction<Database>, actor: Actor, conditionId: string) {
  const locked = await trx
    .selectFrom('condition')
    .innerJoin('measure', 'measure.id', 'condition.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('position', 'position.id', 'condition.positionId')
    .select(['condition.id', 'condition.measureId', 'condition.bodyId', 'condition.text'])
    .select(['measure.documentId', 'position.roundId'])
    .where('condition.id', '=', conditionId)
    .where('plan.groupId', '=', actor.groupId)
    .forUpdate('condition')
    .executeTakeFirst()
  if (!locked) throw new DomainError('not-found')
  const last = await trx
    .selectFrom('condition')
    .innerJoinLateral(lastStep, join => join.onTrue())
    .select(['last.step', 'last.number'])
    .where('condition.id', '=', conditionId)
    .executeTakeFirst()
  return { ...locked, state: stateAfter(last?.step), steps: last?.number ?? 0 }
}

export type LockedCondition = Awaited<ReturnType<typeof lockCondition>>

/** Puts a step on record. Who calls it holds the condition's lock and has checked that this actor may take it. */
export async function takeConditionStep(
  trx: Transaction<Database>,
  actor: Actor,
  condition: LockedCondition,
  { step, reason, mandateId }: { step: ConditionStepName; reason: string; mandateId: string },
): Promise<void> {
  await trx
    .insertInto('conditionStep')
    .values({ conditionId: condition.id, number: condition.steps + 1, step, reason, mandateId })
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate: { id: mandateId } },
    {
      verb: `condition.${step}`,
      subjectType: 'measure',
      subjectId: condition.measureId,
      topics: await topicsOfCondition(trx, condition),
      before: { state: condition.state },
      after: { conditionId: condition.id, bodyId: condition.bodyId, text: condition.text, ...(reason && { reason }) },
    },
  )
}

/** The pages that show a condition, on its own or beside what meets it: an activity about it names them. */
export async function topicsOfCondition(
  trx: Transaction<Database>,
  { id, measureId, roundId }: Pick<LockedCondition, 'id' | 'measureId' | 'roundId'>,
): Promise<string[]> {
  const links = await trx
    .selectFrom('conditionLink as link')
    .leftJoin('effect', 'effect.id', 'link.effectId')
    .select(['link.actionItemId', eb => eb.fn.coalesce('link.decisionId', 'effect.decisionId').as('decisionId')])
    .where('link.conditionId', '=', id)
    .execute()
  const decisions = links.flatMap(({ decisionId }) => (decisionId ? [`decision:${decisionId}`] : []))
  const actions = links.flatMap(({ actionItemId }) => (actionItemId ? ['actions', `action:${actionItemId}`] : []))
  const own = [`measure:${measureId}`, `position-round:${roundId}`, 'position-rounds']
  return [...new Set([...own, ...decisions, ...actions])]
}
