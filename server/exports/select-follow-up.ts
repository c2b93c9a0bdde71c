import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { reportsOf } from '../measures/progress-queries'
import { currentPlan } from '../plans/plan-queries'

/** What was said of how far measures are, the newest first, each with its day in Brussels. */
export const selectReports = (db: Kysely<Database>) =>
  reportsOf(db).select(
    sql<string>`(progress_report.reported_at at time zone 'Europe/Brussels')::date::text`.as('reportedOn'),
  )

/** How the measures of the actor's plan hang together, in the plan's order. */
export const selectDependencies = (db: Kysely<Database>, actor: Actor) =>
  db
    .selectFrom('dependency')
    .innerJoin('measure', 'measure.id', 'dependency.fromId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .innerJoin('measure as other', 'other.id', 'dependency.toId')
    .select(['dependency.kind', 'dependency.note', 'dependency.isDemo', 'dependency.toId as otherId'])
    .select(['measure.id as measureId', 'measure.number as measureNumber', 'measure.title as measureTitle'])
    .select(['other.number as otherNumber', 'other.title as otherTitle'])
    .where('dependency.planId', '=', eb => currentPlan(eb, actor))
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')
    .orderBy('dependency.kind')
    .orderBy('other.title')
    .orderBy('dependency.id')
