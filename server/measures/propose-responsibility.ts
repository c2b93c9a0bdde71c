import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { actsFor } from '../bodies/body-queries'
import { DomainError } from '../errors'
import { lockMeasure } from './lock-measure'
import { mayProposeOwner } from './measure-access.shared'
import type { ProposeResponsibilityInput } from './responsibility.shared'

/**
 * Asks a body to lead a measure, to carry it along, to agree, or to be consulted or informed; if told so, one person of it.
 * @returns the responsibility's id
 * @throws DomainError `not-found`; `forbidden`; `conflict` `lead-taken` while the accepted lead has not ended; `conflict`
 *   `already-asked`; `invalid` `unknown-choice` for a body that does not exist; `invalid` `person-without-mandate`
 */
export async function proposeResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, bodyId, role, personId }: ProposeResponsibilityInput,
): Promise<string> {
  await lockMeasure(trx, actor, measureId)
  if (!mayProposeOwner(actor)) throw new DomainError('forbidden')
  if (role === 'lead' && (await hasLead(trx, measureId))) throw new DomainError('conflict', 'lead-taken', 'role')
  if (personId && !(await actsFor(trx, actor, { personId, bodyId }))) {
    throw new DomainError('invalid', 'person-without-mandate', 'personId')
  }
  const id = await insert(trx, { measureId, bodyId, role, personId: personId ?? null, proposedBy: actor.mandate.id })
  await recordActivity(trx, actor, {
    verb: 'responsibility.proposed',
    subjectType: 'measure',
    subjectId: measureId,
    topics: [`measure:${measureId}`, 'measures'],
    after: { responsibilityId: id, bodyId, role, ...(personId && { personId }) },
  })
  return id
}

async function hasLead(trx: Transaction<Database>, measureId: string): Promise<boolean> {
  const lead = await trx
    .selectFrom('responsibility')
    .select('id')
    .where('measureId', '=', measureId)
    .where('role', '=', 'lead')
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return lead !== undefined
}

async function insert(
  trx: Transaction<Database>,
  values: Required<Omit<ProposeResponsibilityInput, 'personId'>> & { personId: string | null; proposedBy: string },
): Promise<string> {
  try {
    const { id } = await trx.insertInto('responsibility').values(values).returning('id').executeTakeFirstOrThrow()
    return id
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'responsibility_once':
        throw new DomainError('conflict', 'already-asked', 'bodyId')
      case 'responsibility_body_id_fkey':
        throw new DomainError('invalid', 'unknown-choice', 'bodyId')
      default:
        throw error
    }
  }
}
