import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads a round of the actor's group and keeps others from closing it until the transaction ends. Those who only take a
 * position do not wait for each other.
 * @param to `close` keeps everybody else out
 * @returns `isOver`: it is closed, or its moment has passed and it is about to be
 * @throws DomainError `not-found`
 */
export async function lockPositionRound(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'groupId'>,
  { roundId, to }: { roundId: string; to: 'answer' | 'close' },
) {
  const round = await trx
    .selectFrom('positionRound')
    .select(['id', 'groupId', 'title', 'silenceMeans', 'closedAt'])
    .select(sql<boolean>`closed_at is not null or closes_at <= clock_timestamp()`.as('isOver'))
    .where('id', '=', roundId)
    .where('groupId', '=', actor.groupId)
    .$if(to === 'close', rounds => rounds.forUpdate())
    .$if(to === 'answer', rounds => rounds.forShare())
    .executeTakeFirst()
  if (!round) throw new DomainError('not-found')
  return round
}
