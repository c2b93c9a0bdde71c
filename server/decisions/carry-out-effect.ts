import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { addAction } from '../actions/add-action'
import type { Actor } from '../auth/actor.shared'
import { changeMeasure } from '../measures/change-measure'
import { changeMilestone } from '../measures/change-milestone'
import { lockMeasure } from '../measures/lock-measure'
import { lockMilestone } from '../measures/lock-milestone'
import { checkSeen } from './check-seen'
import { registerNumber } from './decision.shared'
import { effectPayload } from './effect.shared'
import type { CarriedOut } from './effect-step'
import type { lockEffect } from './lock-effect'
import { moveLead } from './move-lead'
import { setWording } from './set-wording'

/**
 * Does what an effect says, by the writes that people do by hand, each with its own rules and its own line in the trail.
 * @throws DomainError `conflict` `changed-meanwhile` when it is something else than `seen`; and whatever those writes refuse
 */
export async function carryOutEffect(
  trx: Transaction<Database>,
  actor: Actor,
  effect: Awaited<ReturnType<typeof lockEffect>>,
  seen: string | undefined,
): Promise<CarriedOut> {
  const { measureId } = effect
  const decided = registerNumber(effect)
  const title = `${decided} · ${effect.decisionTitle}`.slice(0, 1000)
  switch (effect.kind) {
    case 'set-status': {
      const value = effectPayload['set-status'].parse(effect.payload).status
      const { status: before } = await lockMeasure(trx, actor, known(measureId))
      checkSeen(before, seen)
      await changeMeasure(trx, actor, { measureId: known(measureId), changes: [{ field: 'status', before, value }] })
      return { step: 'applied', before }
    }
    case 'set-date': {
      const { field, date: value } = effectPayload['set-date'].parse(effect.payload)
      if (field === 'milestone') {
        const milestoneId = known(effect.milestoneId)
        const { plannedFor: before } = await lockMilestone(trx, actor, milestoneId)
        checkSeen(before, seen)
        const changes = [{ field: 'plannedFor' as const, before, value }]
        await changeMilestone(trx, actor, { milestoneId, changes, reason: title })
        return { step: 'applied', before }
      }
      const before = (await lockMeasure(trx, actor, known(measureId)))[field]
      checkSeen(before, seen)
      await changeMeasure(trx, actor, { measureId: known(measureId), changes: [{ field, before, value }] })
      return { step: 'applied', before }
    }
    case 'set-wording': {
      const { documentId } = effect
      await setWording(trx, actor, {
        ...effectPayload['set-wording'].parse(effect.payload),
        documentId: known(documentId),
        decisionId: effect.decisionId,
      })
      return { step: 'applied' }
    }
    case 'set-lead':
      return moveLead(trx, actor, { measureId: known(measureId), bodyId: known(effect.bodyId), seen })
    case 'ask-body': {
      const { question } = effectPayload['ask-body'].parse(effect.payload)
      const actionItemId = await addAction(trx, actor, {
        bodyId: known(effect.bodyId),
        title: question.replaceAll('\n', ' ').slice(0, 300),
        dueOn: effect.dueOn ?? undefined,
        measureId: measureId ?? undefined,
        decisionId: effect.decisionId,
      })
      return { step: 'applied', actionItemId }
    }
  }
}

/** The database holds that an effect of this kind names it. */
function known(id: string | null): string {
  if (id === null) throw new Error('an effect lacks what its kind must have')
  return id
}
