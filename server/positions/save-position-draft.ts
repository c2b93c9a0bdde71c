import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockOwnPosition } from './own-position'
import type { SaveDraftInput } from './position.shared'

/**
 * Keeps what a body prepares, for whoever speaks for it and for nobody else. Nobody overwrites what they did not see.
 * @returns the draft's new revision
 * @throws DomainError as `lockOwnPosition`; `conflict` `round-closed`; `conflict` `draft-changed` when a colleague saved since
 */
export async function savePositionDraft(
  trx: Transaction<Database>,
  actor: Actor,
  { revision, conditions, until, stance, ...input }: SaveDraftInput,
): Promise<number> {
  const { round, mandate } = await lockOwnPosition(trx, actor, input)
  if (round.isOver) throw new DomainError('conflict', 'round-closed')
  const { roundId, measureId, bodyId, reason } = input
  const said = {
    stance: stance ?? null,
    reason,
    until: until ?? null,
    conditions: JSON.stringify(conditions),
    mandateId: mandate.id,
    savedAt: sql<Date>`clock_timestamp()`,
  }
  const saved =
    revision === 0
      ? await trx
          .insertInto('positionDraft')
          .values({ roundId, measureId, bodyId, ...said })
          .onConflict(conflict => conflict.doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await trx
          .updateTable('positionDraft')
          .set({ ...said, revision: revision + 1 })
          .where('roundId', '=', roundId)
          .where('measureId', '=', measureId)
          .where('bodyId', '=', bodyId)
          .where('revision', '=', revision)
          .returning('revision')
          .executeTakeFirst()
  if (!saved) throw new DomainError('conflict', 'draft-changed')
  // What it says is nobody else's business, so the trail does not hold it and the measure's history does not show it.
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'position-draft.saved',
      subjectType: 'position-draft',
      subjectId: roundId,
      topics: [`position-round:${roundId}`],
      after: { measureId, bodyId },
    },
  )
  return saved.revision
}
