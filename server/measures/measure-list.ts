import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { matches } from './measure-conditions'
import type { MeasureFilters } from './measure-filters.shared'
import type { BodyOfPlan, LeadInList, MeasureInList } from './measure-list.shared'

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
  const measures = await db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .leftJoin('axis', 'axis.id', 'measure.axisId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.kind', 'measure.level', 'measure.status'])
    .select(['measure.horizonFrom', 'measure.horizonTo', 'measure.certainty', 'measure.fieldCertainty'])
    .select(['measure.isDemo', 'measure.priorityId', 'axis.name as axisName'])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
  const leads = await listLeads(db, measures)
  return measures.map(measure => ({ ...measure, leads: leads.filter(lead => lead.measureId === measure.id) }))
}

/** @returns the bodies that have a part in the plan, or were asked to, by code; with their sectors */
export async function listBodiesOfPlan(db: Kysely<Database>, actor: Actor): Promise<BodyOfPlan[]> {
  return db
    .selectFrom('body')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['body.code', 'body.name', 'body.sectorId', 'sector.nameNl', 'sector.nameEn', 'sector.position'])
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

/** Accepted before proposed. */
async function listLeads(db: Kysely<Database>, measures: { id: string }[]): Promise<LeadInList[]> {
  if (measures.length === 0) return []
  const ids = measures.map(measure => measure.id)
  const leads = await db
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['responsibility.measureId', 'responsibility.state', 'responsibility.certainty'])
    .select(['body.code', 'body.name', 'sector.colour'])
    .where('responsibility.measureId', 'in', ids)
    .where('responsibility.role', '=', 'lead')
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .orderBy('responsibility.state')
    .orderBy('body.code')
    .execute()
  return leads.map(({ state, ...lead }) => ({ ...lead, isAccepted: state === 'accepted' }))
}
