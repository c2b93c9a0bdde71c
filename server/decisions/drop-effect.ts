import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { mayDropEffect } from './decision-access.shared'
import type { DropEffectInput } from './effect.shared'
import { recordEffectStep } from './effect-step'
import { lockEffect } from './lock-effect'

/**
 * Gives up what was decided to change, and says why. The decision stands; so does what was asked of a body, if anything was.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `effect-settled` for what was applied or dropped already
 */
export async function dropEffect(
  trx: Transaction<Database>,
  actor: Actor,
  { effectId, reason }: DropEffectInput,
): Promise<void> {
  const effect = await lockEffect(trx, actor, effectId)
  if (!mayDropEffect(actor)) throw new DomainError('forbidden')
  if (effect.state === 'applied' || effect.state === 'dropped') throw new DomainError('conflict', 'effect-settled')
  await recordEffectStep(trx, actor, effect, { step: 'dropped', reason })
}
