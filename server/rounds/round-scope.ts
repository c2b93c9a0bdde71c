import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { matches } from '../measures/measure-conditions'
import { type MeasureFilters, readMeasureFilters } from '../measures/measure-filters.shared'
import { finishedStatuses } from '../measures/progress.shared'
import { currentPlan } from '../plans/plan-queries'
import type { OpenRoundInput } from './round.shared'

/**
 * @returns the measures of the group's plan that a round would be about. A body or sector that is asked for is that of who
 *   carries them, unless the filter names roles.
 */
export async function roundScope(
  db: Kysely<Database>,
  actor: Actor,
  { filter, withFinished }: Pick<OpenRoundInput, 'filter' | 'withFinished'>,
): Promise<{ planId: string; measureId: string }[]> {
  const asked = readMeasureFilters(new URLSearchParams(filter))
  const isOfSomebody = asked.body || asked.sector || asked.mine
  const filters: MeasureFilters = isOfSomebody ? { role: ['lead', 'co-lead'], ...asked } : asked
  return db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select(['measure.id as measureId', 'measure.planId'])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))
    .$if(!withFinished, measures => measures.where('measure.status', 'not in', finishedStatuses))
    .execute()
}
