import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
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
 */
export async function answerResponsibility(
  trx: Transaction<Database>,
  actor: Actor,
  { id, measureId, bodyId, role, state }: Answered,
  { answer, reason, mandateId }: Answer,
): Promise<void> {
  await trx.updateTable('responsibility').set({ state: answer }).where('id', '=', id).execute()
  await trx
    .insertInto('responsibilityAnswer')
    .values({ responsibilityId: id, answer, reason: reason ?? null, mandateId })
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate: { id: mandateId } },
    {
      verb: `responsibility.${answer}`,
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`, 'measures'],
      before: { state },
      after: { responsibilityId: id, bodyId, role, state: answer, ...(reason && { reason }) },
    },
  )
}
