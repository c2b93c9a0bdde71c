import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { freezeVersion } from '../documents/freeze-version'
import { DomainError } from '../errors'
import type { WaiveChangesInput } from './position.shared'
import { mayWaiveChanges } from './position-access.shared'

/**
 * Says that what changed in a text since a version is spelling or white space, so that positions on that version still hold.
 * The reason stays visible, and so does the difference; once the text changes again, it counts no more.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `text-moved` when they saw another text; `conflict` `not-stale` when
 *   the text still says what that version says; `conflict` `already-waived`
 */
export async function waiveChanges(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, fromVersionId, hash, reason }: WaiveChangesInput,
): Promise<void> {
  const from = await trx
    .selectFrom('documentVersion')
    .innerJoin('measure', 'measure.documentId', 'documentVersion.documentId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['documentVersion.id', 'documentVersion.hash', 'documentVersion.number', 'measure.documentId'])
    .where('documentVersion.id', '=', fromVersionId)
    .where('measure.id', '=', measureId)
    .where('plan.groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!from) throw new DomainError('not-found')
  if (!mayWaiveChanges(actor)) throw new DomainError('forbidden')
  const to = await freezeVersion(trx, actor, { documentId: from.documentId, reason: 'position' })
  if (to.hash !== hash) throw new DomainError('conflict', 'text-moved')
  if (to.hash === from.hash) throw new DomainError('conflict', 'not-stale')
  try {
    await trx
      .insertInto('positionWaiver')
      .values({ measureId, fromVersionId, toVersionId: to.id, reason, mandateId: actor.mandate.id })
      .execute()
  } catch (error) {
    if (violatedConstraint(error) !== 'position_waiver_once') throw error
    throw new DomainError('conflict', 'already-waived')
  }
  await recordActivity(trx, actor, {
    verb: 'position.waived',
    subjectType: 'measure',
    subjectId: measureId,
    topics: [`measure:${measureId}`, 'position-rounds'],
    after: { fromVersion: from.number, version: to.number, reason },
  })
}
