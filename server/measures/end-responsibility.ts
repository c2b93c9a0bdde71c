import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'
import { DomainError } from '../errors'
import { answerResponsibility } from './answer-responsibility'
import { lockResponsibility } from './lock-responsibility'
import { mayAnswerResponsibility, mayEndResponsibility, mayWithdraw } from './measure-access.shared'
import type { EndResponsibilityInput } from './responsibility.shared'

/**
 * Ends a responsibility. A question that is still open is taken back by an editor, or by the body that wanted to hand its
 * own on; what was accepted is ended by the coordinator, or by the body itself, which then says why.
 * @throws DomainError `not-found`; `forbidden`; `invalid` `required` for the missing `reason`; `conflict` `already-answered`
 */
export async function endResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { responsibilityId, reason }: EndResponsibilityInput,
): Promise<void> {
  const responsibility = await lockResponsibility(trx, actor, responsibilityId)
  const isOpenQuestion = responsibility.state === 'proposed'
  const may = isOpenQuestion ? mayWithdraw(actor, responsibility) : mayEndResponsibility(actor, responsibility)
  if (!may) throw new DomainError('forbidden')
  if (!isOpenQuestion && responsibility.state !== 'accepted') throw new DomainError('conflict', 'already-answered')
  if (!isOpenQuestion && !isCoordinator(actor) && !reason) throw new DomainError('invalid', 'required', 'reason')
  const own = isOpenQuestion && responsibility.followsBodyId ? responsibility.followsBodyId : responsibility.bodyId
  const mandate = mayAnswerResponsibility(actor, { bodyId: own }) ?? actor.mandate
  await answerResponsibility(trx, actor, responsibility, { answer: 'ended', reason, mandateId: mandate.id })
}
