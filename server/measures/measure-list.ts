import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { listLeads } from './list-leads'
import type { MeasureFilters } from './measure-filters.shared'
import type { BodyOfPlan, MeasureInList } from './measure-list.shared'
import { selectMeasures } from './select-measures'

/**
 * The measures of the plan that the actor's group works on, in the plan's order, with who leads or was asked to:
 * two queries, however many there are.
 * @returns nothing for a group without a plan
 */
export async function listMeasures(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters = {},
): Promise<MeasureInList[]> {
  const measures = await selectMeasures(db, actor, filters)
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
  const leads = await listLeads(db, measures)
  return measures.map(measure => ({ ...measure, leads: leads.get(measure.id) ?? [] }))
}

/** @returns the bodies that have a part in the plan, or were asked to, by code; with their sectors */
export async function listBodiesOfPlan(db: Kysely<Database>, actor: Actor): Promise<BodyOfPlan[]> {
  return db
    .selectFrom('body')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select([
      'body.code',
      'body.name',
      'body.sectorId',
      'sector.nameNl',
      'sector.nameEn',
      'sector.position',
      'sector.colour',
    ])
    .where('body.id', 'in', eb =>
      eb
        .selectFrom('responsibility')
        .innerJoin('measure', 'measure.id', 'responsibility.measureId')
        .select('responsibility.bodyId')
        .where('measure.planId', '=', plan => currentPlan(plan, actor))
        .where('responsibility.state', 'in', ['accepted', 'proposed']),
    )
    .orderBy('body.code')
    .execute()
}
