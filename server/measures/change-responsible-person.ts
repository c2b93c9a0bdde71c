import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import { actsFor } from '../bodies/body-queries'
import { DomainError } from '../errors'
import { lockResponsibility } from './lock-responsibility'
import { mayChangePerson } from './measure-access.shared'
import type { ChangeResponsiblePersonInput } from './responsibility.shared'

/**
 * Says who does for a body what it carries or was asked, from now on; or only the body, without a person.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `not-carried` once it ended or was handed back; `conflict`
 *   `changed-meanwhile` when the person is neither who it was nor who it must become; `invalid` `person-without-mandate`
 */
export async function changeResponsiblePerson(
  trx: Transaction<Database>,
  actor: Actor,
  { responsibilityId, before, personId }: ChangeResponsiblePersonInput,
): Promise<void> {
  const responsibility = await lockResponsibility(trx, actor, responsibilityId)
  const { id, measureId, bodyId, role, state, personId: stored } = responsibility
  if (!mayChangePerson(actor, responsibility)) throw new DomainError('forbidden')
  if (state !== 'accepted' && state !== 'proposed') throw new DomainError('conflict', 'not-carried')
  if (personId === stored) return
  if (before !== stored) throw new DomainError('conflict', 'changed-meanwhile', 'personId')
  if (personId && !(await actsFor(trx, actor, { personId, bodyId }))) {
    throw new DomainError('invalid', 'person-without-mandate', 'personId')
  }
  const mandate = mandateFor(actor, bodyId) ?? actor.mandate
  await trx.updateTable('responsibility').set({ personId }).where('id', '=', id).execute()
  await trx
    .insertInto('responsibilityPerson')
    .values({ responsibilityId: id, fromPersonId: stored, toPersonId: personId, mandateId: mandate.id })
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'responsibility.person-changed',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`, 'measures'],
      before: { personId: stored },
      after: { responsibilityId: id, bodyId, role, personId },
    },
  )
}
