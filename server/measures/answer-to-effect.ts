import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivities } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import type { ResponsibilityState } from './responsibility.shared'

/**
 * A decision may have asked a body to lead: once that accepts, what was decided is applied, under its mandate; handed back or
 * taken back, it is to be applied still, and says why it could not be.
 */
export async function answerToEffect(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'personId' | 'groupId'> & { mandate: { id: string } },
  { responsibilityId, answer }: { responsibilityId: string; answer: Exclude<ResponsibilityState, 'proposed'> },
): Promise<void> {
  const effects = await trx
    .selectFrom('effect')
    .innerJoin('decision', 'decision.id', 'effect.decisionId')
    .select(['effect.id', 'effect.kind', 'effect.decisionId', 'decision.meetingId', 'effect.measureId'])
    .where('effect.state', '=', 'asked')
    .where('effect.id', 'in', eb =>
      eb.selectFrom('effectStep').select('effectId').where('responsibilityId', '=', responsibilityId),
    )
    .orderBy('effect.id')
    .forUpdate('effect')
    .execute()
  if (effects.length === 0) return
  const step = answer === 'accepted' ? ('applied' as const) : ('refused' as const)
  const reason = step === 'refused' ? (answer === 'ended' ? 'question-withdrawn' : 'lead-handed-back') : null
  const mandateId = actor.mandate.id
  await trx
    .insertInto('effectStep')
    .values(effects.map(({ id }) => ({ effectId: id, step, reason, responsibilityId, mandateId })))
    .execute()
  await recordActivities(
    trx,
    actor,
    effects.map(({ id, kind, decisionId, meetingId, measureId }) => ({
      verb: `effect.${step}`,
      subjectType: 'decision',
      subjectId: decisionId,
      topics: [`decision:${decisionId}`, 'decisions', `meeting:${meetingId}`, `measure:${measureId}`],
      before: { state: 'asked' },
      after: { effectId: id, kind, ...(reason && { reason }) },
    })),
  )
}
