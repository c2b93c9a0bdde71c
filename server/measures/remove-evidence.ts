import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { RemoveEvidenceInput } from './evidence.shared'
import { lockMeasure } from './lock-measure'
import { removalMandate } from './measure-access.shared'

/**
 * Takes evidence away. The content of a file goes for good; that it was there, who added it and who took it away stays.
 * @throws DomainError `not-found`, also for what was taken away already; `forbidden` for who neither edits nor speaks for the
 *   body that added it
 */
export async function removeEvidence(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, evidenceId }: RemoveEvidenceInput,
): Promise<void> {
  await lockMeasure(trx, actor, measureId)
  const evidence = await trx
    .selectFrom('evidence')
    .innerJoin('mandate', 'mandate.id', 'evidence.addedBy')
    .select(['evidence.kind', 'evidence.name', 'evidence.url', 'evidence.fileName', 'mandate.bodyId'])
    .where('evidence.id', '=', evidenceId)
    .where('evidence.measureId', '=', measureId)
    .where('evidence.removedAt', 'is', null)
    .executeTakeFirst()
  if (!evidence) throw new DomainError('not-found')
  const { bodyId, kind, name, url, fileName } = evidence
  const mandate = removalMandate(actor, { bodyId })
  if (!mandate) throw new DomainError('forbidden')
  await trx.deleteFrom('evidenceFile').where('evidenceId', '=', evidenceId).execute()
  await trx
    .updateTable('evidence')
    .set({ removedBy: mandate.id, removedAt: sql`now()` })
    .where('id', '=', evidenceId)
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'evidence.removed',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`],
      before: { evidenceId, kind, name, ...(url ? { url } : { fileName }) },
    },
  )
}
