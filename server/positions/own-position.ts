import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockPositionRound } from './lock-position-round'
import { positionMandate } from './position-access.shared'

/**
 * What a body is asked in a round, held open for its answer until the transaction ends, with the position that counts now.
 * @returns `mandate` under which the actor speaks for the body
 * @throws DomainError `not-found` for a round of another group, or a measure that it is not about; `forbidden` for who does not
 *   speak for the body; `invalid` `not-asked` when the body is not asked
 */
export async function lockOwnPosition(
  trx: Transaction<Database>,
  actor: Actor,
  { roundId, measureId, bodyId }: { roundId: string; measureId: string; bodyId: string },
) {
  const round = await lockPositionRound(trx, actor, { roundId, to: 'answer' })
  const asked = await trx
    .selectFrom('positionRoundMeasure')
    .innerJoin('measure', 'measure.id', 'positionRoundMeasure.measureId')
    .innerJoin('documentVersion', 'documentVersion.id', 'positionRoundMeasure.documentVersionId')
    .select(['measure.documentId', 'documentVersion.id as versionId', 'documentVersion.hash'])
    .where('positionRoundMeasure.roundId', '=', roundId)
    .where('positionRoundMeasure.measureId', '=', measureId)
    .executeTakeFirst()
  if (!asked) throw new DomainError('not-found')
  const mandate = positionMandate(actor, { bodyId })
  if (!mandate) throw new DomainError('forbidden')
  const called = await trx
    .selectFrom('positionRoundBody')
    .select('bodyId')
    .where('roundId', '=', roundId)
    .where('bodyId', '=', bodyId)
    .executeTakeFirst()
  if (!called) throw new DomainError('invalid', 'not-asked')
  const standing = await trx
    .selectFrom('position')
    .innerJoin('documentVersion', 'documentVersion.id', 'position.documentVersionId')
    .select(['position.id', 'stance', 'position.reason', 'until', 'documentVersion.hash'])
    .where('roundId', '=', roundId)
    .where('measureId', '=', measureId)
    .where('bodyId', '=', bodyId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('position as later').whereRef('later.replacesId', '=', 'position.id'))),
    )
    .executeTakeFirst()
  return { round, asked, mandate, standing }
}
