import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { matches, withoutLead } from './measure-conditions'
import type { MeasureFilters } from './measure-filters.shared'
import type { MeasureCounts } from './measure-list.shared'

/**
 * Counts the measures of the plan that the actor's group works on. Every view of the plan shows these counts, so that no
 * two of them differ.
 */
export async function countMeasures(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters = {},
): Promise<MeasureCounts> {
  return db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select(eb => [
      eb.fn.countAll<number>().as('all'),
      eb.fn
        .countAll<number>()
        .filterWhere(matches(eb, filters, actor))
        .as('found'),
      eb.fn.countAll<number>().filterWhere(withoutLead(eb)).as('withoutLead'),
    ])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .executeTakeFirstOrThrow()
}
