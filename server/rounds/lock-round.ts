import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads a round of the actor's group, and keeps others from closing it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockRound(trx: Transaction<Database>, actor: Actor, roundId: string) {
  const round = await trx
    .selectFrom('updateRound')
    .innerJoin('plan', 'plan.id', 'updateRound.planId')
    .select(['updateRound.id', 'updateRound.title', 'updateRound.closedAt'])
    .where('updateRound.id', '=', roundId)
    .where('plan.groupId', '=', actor.groupId)
    .forUpdate('updateRound')
    .executeTakeFirst()
  if (!round) throw new DomainError('not-found')
  return round
}
