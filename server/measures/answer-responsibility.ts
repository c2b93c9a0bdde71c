import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { answerToEffect } from './answer-to-effect'
import type { ResponsibilityRole, ResponsibilityState } from './responsibility.shared'

interface Answered {
  id: string
  measureId: string
  bodyId: string
  role: ResponsibilityRole
  state: ResponsibilityState
}

interface Answer {
  answer: Exclude<ResponsibilityState, 'proposed'>
  reason?: string | undefined
  /** under which the answer is given */
  mandateId: string
}

/**
 * Puts an answer on the record and the responsibility in the state that it says. Who calls it holds the responsibility's
 * lock and has checked that this actor may answer so.
 * @param answer `fromBodyId` when accepting took it over from another body
 */
export async function answerResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { id, measureId, bodyId, role, state }: Answered,
  { fromBodyId, ...given }: Answer & { fromBodyId?: string },
): Promise<void> {
  await recordAnswer(trx, id, given)
  const { answer, reason, mandateId } = given
  const author = { ...actor, mandate: { id: mandateId } }
  await recordActivity(trx, author, {
    verb: fromBodyId ? 'responsibility.transferred' : `responsibility.${answer}`,
    subjectType: 'measure',
    subjectId: measureId,
    topics: [`measure:${measureId}`, 'measures'],
    before: { state, ...(fromBodyId && { bodyId: fromBodyId }) },
    after: { responsibilityId: id, bodyId, role, state: answer, ...(reason && { reason }) },
  })
  if (state === 'proposed') await answerToEffect(trx, author, { responsibilityId: id, answer })
}

/** The answer and the state alone, without a line in the trail. */
export async function recordAnswer(
  trx: Transaction<Database>,
  responsibilityId: string,
  { answer, reason, mandateId }: Answer,
): Promise<void> {
  await trx.updateTable('responsibility').set({ state: answer }).where('id', '=', responsibilityId).execute()
  await trx
    .insertInto('responsibilityAnswer')
    .values({ responsibilityId, answer, reason: reason ?? null, mandateId })
    .execute()
}
