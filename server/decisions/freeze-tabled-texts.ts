import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { freezeVersion } from '../documents/freeze-version'
import { DomainError } from '../errors'
import type { RecordDecisionInput } from './decision.shared'

/**
 * Freezes the text of each measure that is decided about (rule 1). Nobody can write in them until the transaction ends.
 * @throws DomainError `not-found` (`measureIds`) for a measure that the actor cannot see; `conflict`, `text-moved`
 *   (`measureIds`) when a text says something else than `seen`
 */
export async function freezeTabledTexts(
  trx: Transaction<Database>,
  actor: Actor,
  { measureIds, seen }: Pick<RecordDecisionInput, 'measureIds' | 'seen'>,
): Promise<{ measureId: string; documentVersionId: string }[]> {
  const measures = await readMeasures(trx, actor, [...new Set(measureIds)])
  const frozen: { measureId: string; documentVersionId: string }[] = []
  // One after the other, in one order for everybody: each holds the lock of its text.
  for (const { id: measureId, documentId } of measures) {
    const version = await freezeVersion(trx, actor, { documentId, reason: 'decision' })
    const known = seen.find(text => text.measureId === measureId)
    if (known && known.hash !== version.hash) throw new DomainError('conflict', 'text-moved', 'measureIds')
    frozen.push({ measureId, documentVersionId: version.id })
  }
  return frozen
}

async function readMeasures(trx: Transaction<Database>, actor: Actor, measureIds: string[]) {
  if (measureIds.length === 0) return []
  const measures = await trx
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['measure.id', 'measure.documentId'])
    .where('measure.id', 'in', measureIds)
    .where('plan.groupId', '=', actor.groupId)
    .orderBy('measure.documentId')
    .execute()
  if (measures.length < measureIds.length) throw new DomainError('not-found', 'choose-one', 'measureIds')
  return measures
}
