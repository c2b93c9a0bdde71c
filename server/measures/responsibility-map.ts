import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { countMeasures } from './count-measures'
import { matches, withoutLead } from './measure-conditions'
import type { MeasureFilters } from './measure-filters.shared'
import { openThreads } from './open-threads'
import {
  MAP_ROWS_ON_PAGE,
  type MapRole,
  type MapRow,
  type MapSector,
  type ResponsibilityMap,
} from './responsibility-map.shared'

const leadFirst = sql`array_position(array['lead', 'co-lead', 'must-agree', 'consulted', 'informed'], responsibility.role)`

/**
 * A page of the map of who carries what, in the plan's order, with every body that has a part in what the filters let
 * through or was asked to: four queries, however many there are.
 * @param page from 1; the last one where there are not so many
 */
export async function readResponsibilityMap(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters = {},
  page = 1,
): Promise<ResponsibilityMap> {
  const [sectors, { found }] = await Promise.all([listSectors(db, actor, filters), countMeasures(db, actor, filters)])
  const pages = Math.max(1, Math.ceil(found / MAP_ROWS_ON_PAGE))
  const shown = Math.min(page, pages)
  return { sectors, rows: await listRows(db, actor, filters, shown), page: shown, pages }
}

/** In the order of the sectors, their bodies by code. */
async function listSectors(db: Kysely<Database>, actor: Actor, filters: MeasureFilters): Promise<MapSector[]> {
  const bodies = await db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['body.id', 'body.code', 'body.name', 'sector.id as sectorId', 'sector.nameNl', 'sector.nameEn'])
    .select('sector.colour')
    .select(eb => [
      eb.fn
        .countAll<number>()
        .filterWhere('responsibility.role', '=', 'lead')
        .filterWhere('responsibility.state', '=', 'accepted')
        .as('leads'),
      eb.fn.count<number>('responsibility.measureId').distinct().as('measures'),
    ])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .where(eb => matches(eb, filters, actor))
    .groupBy(['body.id', 'sector.id'])
    .orderBy('sector.position')
    .orderBy('sector.id')
    .orderBy('body.code')
    .execute()
  const sectors = new Map<string, MapSector>()
  for (const { sectorId, nameNl, nameEn, colour, ...body } of bodies) {
    const sector = sectors.get(sectorId) ?? { id: sectorId, nameNl, nameEn, colour, bodies: [] }
    sectors.set(sectorId, sector)
    sector.bodies.push(body)
  }
  return [...sectors.values()]
}

async function listRows(db: Kysely<Database>, actor: Actor, filters: MeasureFilters, page: number): Promise<MapRow[]> {
  const measures = await db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select(['measure.id', 'measure.number', 'measure.title'])
    .select(eb => [eb.not(withoutLead(eb)).as('hasLead'), openThreads(eb).as('openThreads')])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')
    .limit(MAP_ROWS_ON_PAGE)
    .offset((page - 1) * MAP_ROWS_ON_PAGE)
    .execute()
  if (measures.length === 0) return []
  const roles = await db
    .selectFrom('responsibility')
    .select(['measureId', 'bodyId', 'role', 'state'])
    .where(
      'measureId',
      'in',
      measures.map(measure => measure.id),
    )
    .where('state', 'in', ['accepted', 'proposed'])
    .orderBy(leadFirst)
    .orderBy('state')
    .execute()
  const byMeasure = new Map<string, MapRole[]>(measures.map(({ id }) => [id, []]))
  for (const { measureId, bodyId, role, state } of roles) {
    byMeasure.get(measureId)?.push({ bodyId, role, isAccepted: state === 'accepted' })
  }
  return measures.map(({ hasLead, ...measure }) => ({
    ...measure,
    hasLead: Boolean(hasLead),
    roles: byMeasure.get(measure.id) ?? [],
  }))
}
