import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockRound } from './lock-round'
import { readRound } from './read-round'
import type { CloseRoundInput } from './round.shared'
import { mayRunRounds } from './round-access.shared'
import { readRoundSlippage } from './round-slippage'

/**
 * Closes a round: how every measure stands, who carried it, and what slipped since the newest baseline, is kept as it is at this
 * moment, so that the report of this round says the same for ever.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `round-closed`
 */
export async function closeRound(
  trx: Transaction<Database>,
  actor: Actor,
  { roundId, conclusion }: CloseRoundInput,
): Promise<void> {
  const { id, closedAt } = await lockRound(trx, actor, roundId)
  if (!mayRunRounds(actor)) throw new DomainError('forbidden')
  if (closedAt) throw new DomainError('conflict', 'round-closed')
  const { measures, bodies } = await readRound(trx, actor, id)
  await trx
    .insertInto('updateRoundResult')
    .values(
      measures.map(measure => ({
        roundId: id,
        measureId: measure.id,
        status: measure.status,
        reportId: measure.report?.id ?? null,
      })),
    )
    .execute()
  const owners = measures.flatMap(measure => measure.owners)
  if (owners.length > 0) {
    await trx
      .insertInto('updateRoundOwner')
      .values(owners.map(({ measureId, bodyId, role }) => ({ roundId: id, measureId, bodyId, role })))
      .execute()
  }
  const slippage = await readRoundSlippage(trx, actor, measures)
  if (slippage && slippage.measures.length > 0) {
    await trx
      .insertInto('updateRoundSlippage')
      .values(slippage.measures.map(({ id: measureId, slips }) => ({ roundId: id, measureId, slips: json(slips) })))
      .execute()
  }
  await trx
    .updateTable('updateRound')
    .set({
      closedAt: sql`clock_timestamp()`,
      closedBy: actor.mandate.id,
      conclusion,
      baselineId: slippage?.baseline.id ?? null,
    })
    .where('id', '=', id)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'update-round.closed',
    subjectType: 'update-round',
    subjectId: id,
    topics: ['update-rounds'],
    after: {
      measures: measures.length,
      answered: measures.filter(measure => measure.isAnswered).length,
      unanswered: bodies.filter(body => body.open.length > 0).map(body => body.bodyId),
    },
  })
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
