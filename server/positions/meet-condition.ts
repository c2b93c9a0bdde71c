import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { MeetConditionInput, OverruleConditionInput, ReopenConditionInput } from './condition.shared'
import { insertConditionLinks } from './insert-condition-links'
import { mayOverrule, meetingMandate, reopeningMandate } from './position-access.shared'
import { lockCondition, takeConditionStep } from './take-condition-step'

/**
 * Says that a condition is met: whoever raised it lifts it (rule 5). It may name what meets it.
 * @throws DomainError `not-found`; `forbidden` for who does not speak for the body; `conflict` `condition-not-open`; as
 *   `insertConditionLinks` for what meets it
 */
export async function meetCondition(
  trx: Transaction<Database>,
  actor: Actor,
  { conditionId, reason, ...what }: MeetConditionInput,
): Promise<void> {
  const condition = await lockCondition(trx, actor, conditionId)
  const mandate = meetingMandate(actor, condition)
  if (!mandate) throw new DomainError('forbidden')
  if (condition.state !== 'open') throw new DomainError('conflict', 'condition-not-open')
  await insertConditionLinks(trx, actor, { condition, ...what, mandateId: mandate.id })
  await takeConditionStep(trx, actor, condition, { step: 'met', reason, mandateId: mandate.id })
}

/**
 * Sets a condition aside. The reason stays visible (rule 5).
 * @throws DomainError `not-found`; `forbidden`; `conflict` `condition-not-open`
 */
export async function overruleCondition(
  trx: Transaction<Database>,
  actor: Actor,
  { conditionId, reason }: OverruleConditionInput,
): Promise<void> {
  const condition = await lockCondition(trx, actor, conditionId)
  if (!mayOverrule(actor)) throw new DomainError('forbidden')
  if (condition.state !== 'open') throw new DomainError('conflict', 'condition-not-open')
  await takeConditionStep(trx, actor, condition, { step: 'overruled', reason, mandateId: actor.mandate.id })
}

/**
 * Takes back that a condition is met, or was set aside: it is open again.
 * @throws DomainError `not-found`; `forbidden` for who may not take that back; `conflict` `condition-open`
 */
export async function reopenCondition(
  trx: Transaction<Database>,
  actor: Actor,
  { conditionId }: ReopenConditionInput,
): Promise<void> {
  const condition = await lockCondition(trx, actor, conditionId)
  if (condition.state === 'open') {
    const mayKnow = mayOverrule(actor) || meetingMandate(actor, condition)
    throw mayKnow ? new DomainError('conflict', 'condition-open') : new DomainError('forbidden')
  }
  const mandate = reopeningMandate(actor, condition)
  if (!mandate) throw new DomainError('forbidden')
  await takeConditionStep(trx, actor, condition, { step: 'reopened', reason: '', mandateId: mandate.id })
}
