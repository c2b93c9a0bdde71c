import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Checks what an item of an agenda points at.
 * @throws DomainError `not-found`, `choose-one` for a body that is not there (`presenterBodyId`) and for measures that the
 *   actor cannot see (`measureIds`), and for rounds of positions of another group (`roundIds`)
 */
export async function checkItem(
  trx: Transaction<Database>,
  actor: Actor,
  { presenterBodyId, measureIds, roundIds }: { presenterBodyId?: string; measureIds: string[]; roundIds: string[] },
): Promise<void> {
  if (presenterBodyId) await checkBody(trx, presenterBodyId)
  await checkRounds(trx, actor, roundIds)
  const asked = [...new Set(measureIds)]
  if (asked.length === 0) return
  const found = await trx
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select('measure.id')
    .where('measure.id', 'in', asked)
    .where('plan.groupId', '=', actor.groupId)
    .execute()
  if (found.length < asked.length) throw new DomainError('not-found', 'choose-one', 'measureIds')
}

async function checkRounds(trx: Transaction<Database>, actor: Actor, roundIds: string[]): Promise<void> {
  const asked = [...new Set(roundIds)]
  if (asked.length === 0) return
  const found = await trx
    .selectFrom('positionRound')
    .select('id')
    .where('id', 'in', asked)
    .where('groupId', '=', actor.groupId)
    .execute()
  if (found.length < asked.length) throw new DomainError('not-found', 'choose-one', 'roundIds')
}

async function checkBody(trx: Transaction<Database>, bodyId: string): Promise<void> {
  const body = await trx.selectFrom('body').select('id').where('id', '=', bodyId).executeTakeFirst()
  if (!body) throw new DomainError('not-found', 'choose-one', 'presenterBodyId')
}
