import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { DomainError } from '../errors'
import type { OpenRoundInput } from './round.shared'
import { mayRunRounds } from './round-access.shared'
import { roundScope } from './round-scope'

/**
 * Asks who carries a measure of the plan to report on it by a day. Which measures it is about stands from now on; who
 * carries them is looked up until the round closes, so that it goes along when one is handed on.
 * @returns the round's id
 * @throws DomainError `forbidden`; `invalid` `date-past`; `invalid` `nothing-to-ask` when no measure fits the filter
 */
export async function openRound(
  trx: Transaction<Database>,
  actor: Actor,
  { title, question, dueOn, filter, withFinished }: OpenRoundInput,
): Promise<string> {
  if (!mayRunRounds(actor)) throw new DomainError('forbidden')
  if (await isPast(trx, dueOn)) throw new DomainError('invalid', 'date-past', 'dueOn')
  const scope = await roundScope(trx, actor, { filter, withFinished })
  const planId = scope[0]?.planId
  if (!planId) throw new DomainError('invalid', 'nothing-to-ask')
  const { id } = await trx
    .insertInto('updateRound')
    .values({ planId, title, question, dueOn, filter, openedBy: actor.mandate.id, openedAt: sql`clock_timestamp()` })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('updateRoundMeasure')
    .values(scope.map(({ measureId }) => ({ roundId: id, measureId })))
    .execute()
  await recordActivity(trx, actor, {
    verb: 'update-round.opened',
    subjectType: 'update-round',
    subjectId: id,
    topics: ['update-rounds'],
    after: { title, dueOn, filter, measures: scope.length },
  })
  return id
}

async function isPast(trx: Transaction<Database>, day: string): Promise<boolean> {
  const { past } = await trx.selectNoFrom(sql<boolean>`${day}::date < ${today}`.as('past')).executeTakeFirstOrThrow()
  return past
}
