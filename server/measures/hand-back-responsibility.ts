import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { answerResponsibility } from './answer-responsibility'
import { lockResponsibility } from './lock-responsibility'
import { mayAnswerResponsibility } from './measure-access.shared'
import type { HandBackResponsibilityInput } from './responsibility.shared'

/**
 * Hands back what a body was asked or had accepted, on its behalf, with the reason.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `already-answered`
 */
export async function handBackResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { responsibilityId, reason }: HandBackResponsibilityInput,
): Promise<void> {
  const responsibility = await lockResponsibility(trx, actor, responsibilityId)
  const mandate = mayAnswerResponsibility(actor, responsibility)
  if (!mandate) throw new DomainError('forbidden')
  if (responsibility.state !== 'proposed' && responsibility.state !== 'accepted') {
    throw new DomainError('conflict', 'already-answered')
  }
  await answerResponsibility(trx, actor, responsibility, { answer: 'handed-back', reason, mandateId: mandate.id })
}
