import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockRound } from './lock-round'
import { readRound } from './read-round'
import type { RemindOwnersInput } from './round.shared'
import { mayRunRounds } from './round-access.shared'

/**
 * Reminds one body, or everybody who has not answered. It is put on the record and shows on their home page; nothing is
 * mailed.
 * @returns the ids of the bodies that were reminded
 * @throws DomainError `not-found`; `forbidden`; `conflict` `round-closed`; `conflict` `nobody-to-remind` when the body, or
 *   everybody, has answered
 */
export async function remindOwners(
  trx: Transaction<Database>,
  actor: Actor,
  { roundId, bodyId }: RemindOwnersInput,
): Promise<string[]> {
  const { id, closedAt } = await lockRound(trx, actor, roundId)
  if (!mayRunRounds(actor)) throw new DomainError('forbidden')
  if (closedAt) throw new DomainError('conflict', 'round-closed')
  const { bodies } = await readRound(trx, actor, id)
  const owing = bodies.filter(body => body.open.length > 0 && (!bodyId || body.bodyId === bodyId))
  if (owing.length === 0) throw new DomainError('conflict', 'nobody-to-remind')
  const bodyIds = owing.map(body => body.bodyId)
  await trx
    .insertInto('updateReminder')
    .values(bodyIds.map(bodyId => ({ roundId: id, bodyId, mandateId: actor.mandate.id })))
    .execute()
  await recordActivity(trx, actor, {
    verb: 'update-round.reminded',
    subjectType: 'update-round',
    subjectId: id,
    topics: ['update-rounds'],
    after: { bodyIds },
  })
  return bodyIds
}
