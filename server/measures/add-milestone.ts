import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { DomainError } from '../errors'
import { lockMeasure } from './lock-measure'
import { findLead } from './lock-milestone'
import type { AddMilestoneInput } from './milestone.shared'
import { mayPlanMilestones } from './milestone-access.shared'
import { recordMilestoneActivity } from './milestone-step'
import { isToCome } from './partial-date.shared'

/**
 * Plans a milestone of a measure, or puts on record what already happened.
 * @returns its id
 * @throws DomainError `not-found`; `forbidden`; `invalid` `not-happened-yet` (`date`) for what happened in a time to come
 */
export async function addMilestone(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, label, date, isReached }: AddMilestoneInput,
): Promise<string> {
  await lockMeasure(trx, actor, measureId)
  const mandate = mayPlanMilestones(actor, { leadBodyId: await findLead(trx, measureId) })
  if (!mandate) throw new DomainError('forbidden')
  if (isReached) await refuseToCome(trx, date, 'date')
  const id = randomUUID()
  const dates = isReached ? { reachedOn: date } : { plannedFor: date }
  await trx
    .insertInto('milestone')
    .values({ id, measureId, label, ...dates, madeBy: mandate.id })
    .execute()
  await recordMilestoneActivity(
    trx,
    actor,
    { id, measureId, label },
    {
      verb: isReached ? 'recorded' : 'planned',
      mandateId: mandate.id,
      after: dates,
    },
  )
  return id
}

/** @throws DomainError `invalid` `not-happened-yet` for a time to come */
export async function refuseToCome(trx: Transaction<Database>, date: string, field: string): Promise<void> {
  const { rows } = await sql<{ today: string }>`select ${today} as today`.execute(trx)
  if (isToCome(date, rows[0]?.today ?? date)) throw new DomainError('invalid', 'not-happened-yet', field)
}
