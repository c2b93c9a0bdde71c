import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Checks what an item of an agenda points at.
 * @throws DomainError `not-found`, `choose-one` for a body that is not there (`presenterBodyId`) and for measures that the
 *   actor cannot see (`measureIds`)
 */
export async function checkItem(
  trx: Transaction<Database>,
  actor: Actor,
  { presenterBodyId, measureIds }: { presenterBodyId?: string; measureIds: string[] },
): Promise<void> {
  if (presenterBodyId) await checkBody(trx, presenterBodyId)
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

async function checkBody(trx: Transaction<Database>, bodyId: string): Promise<void> {
  const body = await trx.selectFrom('body').select('id').where('id', '=', bodyId).executeTakeFirst()
  if (!body) throw new DomainError('not-found', 'choose-one', 'presenterBodyId')
}
