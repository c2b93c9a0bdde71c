import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import { actsFor } from '../bodies/body-queries'
import { DomainError } from '../errors'
import { lockResponsibility } from './lock-responsibility'
import { mayTransfer } from './measure-access.shared'
import type { TransferResponsibilityInput } from './responsibility.shared'

/**
 * Asks another body to take over what a body accepted. That body goes on carrying it until the other accepts: there is never
 * silently nobody.
 * @returns the id of the question
 * @throws DomainError `not-found`; `forbidden`; `conflict` `not-accepted` for what is not carried (any more); `conflict`
 *   `transfer-asked` while another body is asked; `conflict` `already-asked` for a body that was asked this otherwise;
 *   `invalid` `same-body`; `invalid` `unknown-choice`; `invalid` `person-without-mandate`
 */
export async function transferResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { responsibilityId, bodyId, personId }: TransferResponsibilityInput,
): Promise<string> {
  const from = await lockResponsibility(trx, actor, responsibilityId)
  if (!mayTransfer(actor, from)) throw new DomainError('forbidden')
  if (from.state !== 'accepted') throw new DomainError('conflict', 'not-accepted')
  if (bodyId === from.bodyId) throw new DomainError('invalid', 'same-body', 'bodyId')
  if (personId && !(await actsFor(trx, actor, { personId, bodyId }))) {
    throw new DomainError('invalid', 'person-without-mandate', 'personId')
  }
  const { measureId, role } = from
  const mandate = mandateFor(actor, from.bodyId) ?? actor.mandate
  const id = await insert(trx, {
    measureId,
    role,
    bodyId,
    personId: personId ?? null,
    followsId: from.id,
    proposedBy: mandate.id,
  })
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'responsibility.transfer-proposed',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`, 'measures'],
      after: { responsibilityId: id, followsId: from.id, bodyId, role, ...(personId && { personId }) },
    },
  )
  return id
}

type Question = Required<Omit<TransferResponsibilityInput, 'responsibilityId' | 'personId'>> & {
  measureId: string
  role: Awaited<ReturnType<typeof lockResponsibility>>['role']
  personId: string | null
  followsId: string
  proposedBy: string
}

async function insert(trx: Transaction<Database>, values: Question): Promise<string> {
  try {
    const { id } = await trx.insertInto('responsibility').values(values).returning('id').executeTakeFirstOrThrow()
    return id
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'responsibility_one_successor':
        throw new DomainError('conflict', 'transfer-asked')
      case 'responsibility_once':
        throw new DomainError('conflict', 'already-asked', 'bodyId')
      case 'responsibility_body_id_fkey':
        throw new DomainError('invalid', 'unknown-choice', 'bodyId')
      default:
        throw error
    }
  }
}
