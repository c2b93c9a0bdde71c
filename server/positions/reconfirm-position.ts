import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { freezeVersion } from '../documents/freeze-version'
import { DomainError } from '../errors'
import { insertPosition } from './insert-position'
import { lockOwnPosition } from './own-position'
import type { ReconfirmInput } from './position.shared'
import { topicsOfRound } from './round-topics'

/**
 * Says that a position holds for the text as it is now too: a new one that says the same, on a new frozen version, with the
 * same conditions. The round may have closed since.
 * @returns the new position's id
 * @throws DomainError as `lockOwnPosition`; `conflict` `changed-meanwhile` when the body said something else since they saw it;
 *   `conflict` `text-moved` when they saw another text; `conflict` `not-stale` when the text still says what it said
 */
export async function reconfirmPosition(
  trx: Transaction<Database>,
  actor: Actor,
  input: ReconfirmInput,
): Promise<string> {
  const { roundId, measureId, bodyId } = input
  const { asked, mandate, standing } = await lockOwnPosition(trx, actor, input)
  if (standing?.id !== input.seen) throw new DomainError('conflict', 'changed-meanwhile')
  const author = { ...actor, mandate }
  const version = await freezeVersion(trx, author, { documentId: asked.documentId, reason: 'position' })
  if (version.hash !== input.hash) throw new DomainError('conflict', 'text-moved')
  if (version.hash === standing.hash) throw new DomainError('conflict', 'not-stale')

  const { stance, reason, until } = standing
  const id = await insertPosition(trx, {
    roundId,
    measureId,
    bodyId,
    stance,
    reason,
    until,
    documentVersionId: version.id,
    reconfirms: true,
    replacesId: standing.id,
    mandateId: mandate.id,
  })
  await trx
    .insertInto('positionCondition')
    .columns(['positionId', 'conditionId', 'place'])
    .expression(eb =>
      eb
        .selectFrom('positionCondition')
        .select([eb.val(id).as('positionId'), 'conditionId', 'place'])
        .where('positionId', '=', standing.id),
    )
    .execute()
  await recordActivity(trx, author, {
    verb: 'position.reconfirmed',
    subjectType: 'measure',
    subjectId: measureId,
    topics: topicsOfRound(roundId, [measureId]),
    after: { roundId, positionId: id, bodyId, stance, version: version.number },
  })
  return id
}
