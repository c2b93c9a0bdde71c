import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { finishPositionRound } from './finish-position-round'
import { lockPositionRound } from './lock-position-round'
import { mayRunPositionRounds } from './position-access.shared'
import type { ClosePositionRoundInput } from './position-round.shared'
import { topicsOfRound } from './round-topics'

/**
 * Closes a round before its moment.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `round-closed`
 */
export async function closePositionRound(
  trx: Transaction<Database>,
  actor: Actor,
  { roundId }: ClosePositionRoundInput,
): Promise<void> {
  const { id, silenceMeans, closedAt } = await lockPositionRound(trx, actor, { roundId, to: 'close' })
  if (!mayRunPositionRounds(actor)) throw new DomainError('forbidden')
  if (closedAt) throw new DomainError('conflict', 'round-closed')
  const { measureIds, ...came } = await finishPositionRound(trx, { id, silenceMeans, closedBy: actor.mandate.id })
  await recordActivity(trx, actor, {
    verb: 'position-round.closed',
    subjectType: 'position-round',
    subjectId: id,
    topics: topicsOfRound(id, measureIds),
    after: { ...came, silenceMeans },
  })
}
