import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { answerResponsibility, recordAnswer } from './answer-responsibility'
import { lockResponsibility } from './lock-responsibility'
import { mayAnswerResponsibility } from './measure-access.shared'
import type { AcceptResponsibilityInput } from './responsibility.shared'

/**
 * Accepts what a body was asked, on its behalf (rule 7). What a transfer follows ends in the same moment. A measure has one
 * accepted lead at most: of two who accept at the same moment, the database lets one through.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `already-answered`; `conflict` `lead-taken`
 */
export async function acceptResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { responsibilityId }: AcceptResponsibilityInput,
): Promise<void> {
  const responsibility = await lockResponsibility(trx, actor, responsibilityId)
  const mandate = mayAnswerResponsibility(actor, responsibility)
  if (!mandate) throw new DomainError('forbidden')
  if (responsibility.state !== 'proposed') throw new DomainError('conflict', 'already-answered')
  const from = responsibility.followsId
    ? await endFollowed(trx, actor, responsibility.followsId, mandate.id)
    : undefined
  try {
    await answerResponsibility(trx, actor, responsibility, {
      answer: 'accepted',
      mandateId: mandate.id,
      ...(from && { fromBodyId: from }),
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'responsibility_one_lead') throw error
    throw new DomainError('conflict', 'lead-taken')
  }
}

/** @returns the body that carried it until now; undefined when that had ended already */
async function endFollowed(trx: Transaction<Database>, actor: Actor, followsId: string, mandateId: string) {
  const followed = await lockResponsibility(trx, actor, followsId)
  if (followed.state !== 'accepted') return undefined
  await recordAnswer(trx, followed.id, { answer: 'ended', mandateId })
  return followed.bodyId
}
