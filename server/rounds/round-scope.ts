import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { matches } from '../measures/measure-conditions'
import { readMeasureFilters } from '../measures/measure-filters.shared'
import { finishedStatuses } from '../measures/progress.shared'
import { currentPlan } from '../plans/plan-queries'
import type { OpenRoundInput } from './round.shared'

/** @returns the measures of the group's plan that a round would be about */
export async function roundScope(
  db: Kysely<Database>,
  actor: Actor,
  { filter, withFinished }: Pick<OpenRoundInput, 'filter' | 'withFinished'>,
): Promise<{ planId: string; measureId: string }[]> {
  const filters = readMeasureFilters(new URLSearchParams(filter))
  return db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select(['measure.id as measureId', 'measure.planId'])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))
    .$if(!withFinished, measures => measures.where('measure.status', 'not in', finishedStatuses))
    .execute()
}
