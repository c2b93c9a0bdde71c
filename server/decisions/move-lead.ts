import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { lockMeasure } from '../measures/lock-measure'
import { proposeResponsibility } from '../measures/propose-responsibility'
import { transferResponsibility } from '../measures/transfer-responsibility'
import { checkSeen } from './check-seen'
import type { CarriedOut } from './effect-step'

/**
 * Asks the body that must lead to do so: to take over where another leads, which goes on until it accepts, and else to begin.
 * A lead is accepted, not imposed: the effect counts as applied once the body has. A question that is open already is the one.
 * @throws DomainError `conflict` `changed-meanwhile` when another body leads than `seen` (its code); `conflict`
 *   `transfer-asked` while yet another body is asked to take over
 */
export async function moveLead(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, bodyId, seen }: { measureId: string; bodyId: string; seen: string | undefined },
): Promise<CarriedOut> {
  await lockMeasure(trx, actor, measureId)
  const leads = await trx
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .select(['responsibility.id', 'responsibility.bodyId', 'responsibility.state', 'body.code'])
    .where('measureId', '=', measureId)
    .where('role', '=', 'lead')
    .where('state', 'in', ['accepted', 'proposed'])
    .execute()
  const accepted = leads.find(lead => lead.state === 'accepted')
  const before = accepted?.code ?? null
  checkSeen(before, seen)
  if (accepted?.bodyId === bodyId) return { step: 'applied', before }
  const asked = leads.find(lead => lead.state === 'proposed' && lead.bodyId === bodyId)
  if (asked) return { step: 'asked', before, responsibilityId: asked.id }
  const responsibilityId = accepted
    ? await transferResponsibility(trx, actor, { responsibilityId: accepted.id, bodyId, personId: undefined })
    : await proposeResponsibility(trx, actor, { measureId, bodyId, role: 'lead', personId: undefined })
  return { step: 'asked', before, responsibilityId }
}
