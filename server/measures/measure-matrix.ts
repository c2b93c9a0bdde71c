import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { firstLead } from './first-lead'
import { hasLateMilestone, matches, withoutLead } from './measure-conditions'
import type { MeasureFilters } from './measure-filters.shared'
import { type MatrixCell, type MatrixMeasure, READABLE_IN_CELL, sumOf } from './measure-matrix.shared'
import { openThreads } from './open-threads'

/**
 * The measures of the plan by axis and level: how many, how they stand, and which where they are few. Two queries, however
 * many there are.
 * @returns the cells with something in them
 */
export async function readMatrix(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters = {},
): Promise<MatrixCell[]> {
  const [counts, measures] = await Promise.all([countCells(db, actor, filters), listReadable(db, actor, filters)])
  const cells = new Map<string, MatrixCell>()
  for (const { axisId, level, status, count, late, withoutLead, openThreads } of counts) {
    const key = `${axisId} ${level}`
    const known = cells.get(key) ?? { axisId, level, measures: [], ...sumOf([]) }
    cells.set(key, {
      ...known,
      ...sumOf([known, { count, late, withoutLead, openThreads, statuses: { [status]: count } }]),
    })
  }
  for (const { axisId, level, ...measure } of measures)
    cells.get(`${axisId} ${level}`)?.measures.push(toMeasure(measure))
  return [...cells.values()]
}

const inPlan = (db: Kysely<Database>, actor: Actor, filters: MeasureFilters) =>
  db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))

function countCells(db: Kysely<Database>, actor: Actor, filters: MeasureFilters) {
  return inPlan(db, actor, filters)
    .select(['measure.axisId', 'measure.level', 'measure.status'])
    .select(eb => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere(hasLateMilestone(eb)).as('late'),
      eb.fn.countAll<number>().filterWhere(withoutLead(eb)).as('withoutLead'),
      sql<number>`coalesce(sum(${openThreads(eb)}), 0)::integer`.as('openThreads'),
    ])
    .groupBy(['measure.axisId', 'measure.level', 'measure.status'])
    .execute()
}

/** Those of the cells that hold only a few, each with who leads it, else who was asked to. */
function listReadable(db: Kysely<Database>, actor: Actor, filters: MeasureFilters) {
  return db
    .selectFrom(
      inPlan(db, actor, filters)
        .select(['measure.id', 'measure.number', 'measure.title', 'measure.status', 'measure.axisId', 'measure.level'])
        .select(['priority.position as priorityPosition', 'measure.position'])
        .select(sql<number>`count(*) over (partition by measure.axis_id, measure.level)`.as('inCell'))
        .as('measure'),
    )
    .leftJoinLateral(firstLead, join => join.onTrue())
    .select(eb => openThreads(eb as never).as('openThreads'))
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.status', 'measure.axisId', 'measure.level'])
    .select(['lead.code', 'lead.name', 'lead.colour', 'lead.state'])
    .where('measure.inCell', '<=', READABLE_IN_CELL)
    .orderBy('measure.priorityPosition')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
}

type Readable = Omit<Awaited<ReturnType<typeof listReadable>>[number], 'axisId' | 'level'>

function toMeasure({ code, name, colour, state, ...measure }: Readable): MatrixMeasure {
  const lead = code && name && colour !== null ? { code, name, colour, isAccepted: state === 'accepted' } : null
  return { ...measure, lead }
}
