import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { asDomainError, DomainError } from '../errors'
import { carryOutEffect } from './carry-out-effect'
import { mayApplyEffect } from './decision-access.shared'
import type { ApplyEffectInput, EffectStep } from './effect.shared'
import { recordEffectStep } from './effect-step'
import { lockEffect } from './lock-effect'

/**
 * Applies what was decided, and records that it was, by whom and under which mandate: both or neither, in the transaction of
 * the caller. What cannot be applied changes nothing but the record of why it could not; it stays to be done.
 * @returns `asked`: a body must accept first; `refused`: it could not be applied, for this reason
 * @throws DomainError `not-found`; `forbidden`; `conflict` `effect-settled` for what was applied, dropped or asked already
 */
export async function applyEffect(
  trx: Transaction<Database>,
  actor: Actor,
  { effectId, seen }: ApplyEffectInput,
): Promise<{ step: Exclude<EffectStep, 'dropped'>; reason?: string }> {
  const effect = await lockEffect(trx, actor, effectId)
  if (!mayApplyEffect(actor)) throw new DomainError('forbidden')
  if (effect.state !== 'to-apply') throw new DomainError('conflict', 'effect-settled')
  await sql`savepoint effect`.execute(trx)
  try {
    const done = await carryOutEffect(trx, actor, effect, seen)
    await recordEffectStep(trx, actor, effect, done)
    await sql`release savepoint effect`.execute(trx)
    return { step: done.step }
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    await sql`rollback to savepoint effect`.execute(trx)
    await recordEffectStep(trx, actor, effect, { step: 'refused', reason: expected.reason })
    return { step: 'refused', reason: expected.reason }
  }
}
