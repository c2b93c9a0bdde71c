import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { matches } from './measure-conditions'
import type { MeasureFilters } from './measure-filters.shared'
import { openThreads } from './open-threads'

/** The measures of the plan that the actor's group works on, without an order, as lists show them. */
export function selectMeasures(db: Kysely<Database>, actor: Actor, filters: MeasureFilters) {
  return db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .leftJoin('axis', 'axis.id', 'measure.axisId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.kind', 'measure.level', 'measure.status'])
    .select(['measure.horizonFrom', 'measure.horizonTo', 'measure.certainty', 'measure.fieldCertainty'])
    .select(eb => openThreads(eb).as('openThreads'))
    .select(['measure.isDemo', 'measure.priorityId', 'measure.axisId', 'axis.name as axisName', 'measure.updatedAt'])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))
}
