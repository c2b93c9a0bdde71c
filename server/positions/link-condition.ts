import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import { DomainError } from '../errors'
import type { LinkConditionInput } from './condition.shared'
import { insertConditionLinks } from './insert-condition-links'
import { mayLinkCondition } from './position-access.shared'
import { lockCondition, topicsOfCondition } from './take-condition-step'

/**
 * Points at what meets a condition, in the view of who points; whether it does is for whoever raised it to say.
 * @throws DomainError `not-found`; `forbidden`; as `insertConditionLinks`
 */
export async function linkCondition(
  trx: Transaction<Database>,
  actor: Actor,
  { conditionId, ...what }: LinkConditionInput,
): Promise<void> {
  const condition = await lockCondition(trx, actor, conditionId)
  if (!mayLinkCondition(actor, condition)) throw new DomainError('forbidden')
  const { id: mandateId } = mandateFor(actor, condition.bodyId) ?? actor.mandate
  await insertConditionLinks(trx, actor, { condition, ...what, mandateId })
  await recordActivity(
    trx,
    { ...actor, mandate: { id: mandateId } },
    {
      verb: 'condition.linked',
      subjectType: 'measure',
      subjectId: condition.measureId,
      topics: await topicsOfCondition(trx, condition),
      after: { conditionId, bodyId: condition.bodyId, text: condition.text },
    },
  )
}
