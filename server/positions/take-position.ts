import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { freezeVersion } from '../documents/freeze-version'
import { DomainError } from '../errors'
import { insertPosition } from './insert-position'
import { nameConditions } from './name-conditions'
import { lockOwnPosition } from './own-position'
import type { TakePositionInput } from './position.shared'
import { topicsOfRound } from './round-topics'

/**
 * Takes a position on behalf of a body; it replaces the one that counted until then. Once the round is closed only a body
 * whose text has moved on says something else, about the text as it is now: what the round brought stays on record.
 * @returns the position's id
 * @throws DomainError as `lockOwnPosition`; `conflict` `changed-meanwhile` when the body said something else than they saw;
 *   `conflict` `round-closed`; `conflict` `text-moved` when they saw another text; `not-found` (`conditions`) for a condition
 *   that is not the body's
 */
export async function takePosition(
  trx: Transaction<Database>,
  actor: Actor,
  input: TakePositionInput,
): Promise<string> {
  const { roundId, measureId, bodyId, stance, reason, until, conditions } = input
  const { round, asked, mandate, standing } = await lockOwnPosition(trx, actor, input)
  if (standing?.id !== input.seen) throw new DomainError('conflict', 'changed-meanwhile')
  if (round.isOver && (!round.closedAt || input.about === 'asked')) throw new DomainError('conflict', 'round-closed')
  const documentVersionId =
    input.about === 'asked' ? asked.versionId : await freezeNow(trx, actor, { asked, input, mandateId: mandate.id })
  if (round.closedAt && documentVersionId === asked.versionId) throw new DomainError('conflict', 'round-closed')

  const id = await insertPosition(trx, {
    roundId,
    measureId,
    bodyId,
    stance,
    reason,
    until: stance === 'no-mandate-yet' ? (until ?? null) : null,
    documentVersionId,
    replacesId: standing?.id ?? null,
    mandateId: mandate.id,
  })
  const rows = stance === 'agree-on-conditions' ? conditions : []
  const named = await nameConditions(trx, { position: { id, measureId, bodyId }, mandateId: mandate.id, rows })
  await trx
    .deleteFrom('positionDraft')
    .where('roundId', '=', roundId)
    .where('measureId', '=', measureId)
    .where('bodyId', '=', bodyId)
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: standing ? 'position.replaced' : 'position.taken',
      subjectType: 'measure',
      subjectId: measureId,
      topics: topicsOfRound(roundId, [measureId]),
      ...(standing && { before: { stance: standing.stance } }),
      after: { roundId, positionId: id, bodyId, stance, documentVersionId, ...(reason && { reason }), ...named },
    },
  )
  return id
}

async function freezeNow(
  trx: Transaction<Database>,
  actor: Actor,
  { asked, input, mandateId }: { asked: { documentId: string }; input: TakePositionInput; mandateId: string },
): Promise<string> {
  const version = await freezeVersion(
    trx,
    { groupId: actor.groupId, mandate: { id: mandateId } },
    { documentId: asked.documentId, reason: 'position' },
  )
  if (version.hash !== input.hash) throw new DomainError('conflict', 'text-moved')
  return version.id
}
