import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { registerNumber } from './decision.shared'
import type { lockEffect } from './lock-effect'

/** What applying an effect came to. */
export interface CarriedOut {
  /** asked: a body has to accept */
  step: 'applied' | 'asked'
  /** how it was until now, where that can be said in a word */
  before?: string | null
  responsibilityId?: string
  actionItemId?: string
}

interface Step extends Omit<CarriedOut, 'step'> {
  step: CarriedOut['step'] | 'refused' | 'dropped'
  reason?: string
}

/** Puts what became of an effect on its record and in the trail. */
export async function recordEffectStep(
  trx: Transaction<Database>,
  actor: Actor,
  effect: Awaited<ReturnType<typeof lockEffect>>,
  { step, reason, before, responsibilityId, actionItemId }: Step,
): Promise<void> {
  await trx
    .insertInto('effectStep')
    .values({
      effectId: effect.id,
      step,
      reason: reason ?? null,
      before: before === undefined ? null : JSON.stringify({ value: before }),
      responsibilityId: responsibilityId ?? null,
      actionItemId: actionItemId ?? null,
      mandateId: actor.mandate.id,
    })
    .execute()
  await recordActivity(trx, actor, {
    verb: `effect.${step}`,
    subjectType: 'decision',
    subjectId: effect.decisionId,
    topics: topicsOfEffect(effect),
    before: { state: effect.state },
    after: { register: registerNumber(effect), effectId: effect.id, kind: effect.kind, ...(reason && { reason }) },
  })
}

/** The pages that show an effect. */
export const topicsOfEffect = ({
  decisionId,
  meetingId,
  measureId,
}: {
  decisionId: string
  meetingId: string
  measureId: string | null
}) => [`decision:${decisionId}`, 'decisions', `meeting:${meetingId}`, ...(measureId ? [`measure:${measureId}`] : [])]
