import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads an effect with the decision that it follows from, and keeps others from applying it until the transaction ends.
 * @throws DomainError `not-found` for one of another group
 */
export async function lockEffect(trx: Transaction<Database>, actor: Pick<Actor, 'groupId'>, effectId: string) {
  const effect = await trx
    .selectFrom('effect')
    .innerJoin('decision', 'decision.id', 'effect.decisionId')
    .leftJoin('measure', 'measure.id', 'effect.measureId')
    .select(['effect.id', 'effect.kind', 'effect.state', 'effect.measureId', 'effect.bodyId', 'effect.milestoneId'])
    .select(['effect.payload', 'effect.dueOn', 'effect.decisionId', 'decision.year', 'decision.number'])
    .select(['decision.title as decisionTitle', 'decision.meetingId', 'measure.documentId'])
    .where('effect.id', '=', effectId)
    .where('decision.groupId', '=', actor.groupId)
    .forUpdate('effect')
    .executeTakeFirst()
  if (!effect) throw new DomainError('not-found')
  return effect
}
