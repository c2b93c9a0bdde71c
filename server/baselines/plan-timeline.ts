import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { countMeasures } from '../measures/count-measures'
import { firstLead } from '../measures/first-lead'
import { matches } from '../measures/measure-conditions'
import type { MeasureFilters } from '../measures/measure-filters.shared'
import { milestoneDate, milestoneState } from '../measures/milestone.shared'
import { openThreads } from '../measures/open-threads'
import { type Shift, shiftBetween } from '../measures/partial-date.shared'
import { currentPlan } from '../plans/plan-queries'
import { findBaseline } from './baseline-queries'
import {
  type MilestoneOnTimeline,
  type PlanTimeline,
  TIMELINE_ROWS_ON_PAGE,
  type TimelineRow,
} from './plan-timeline.shared'

/**
 * A page of the plan on a line of time, in the plan's order, held against its newest baseline: five queries, however many
 * measures there are.
 * @param page from 1; the last one where there are not so many
 */
export async function readTimeline(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters = {},
  page = 1,
): Promise<PlanTimeline> {
  const [baseline, years, { found }] = await Promise.all([
    findBaseline(db, actor),
    readYears(db, actor, filters),
    countMeasures(db, actor, filters),
  ])
  const pages = Math.max(1, Math.ceil(found / TIMELINE_ROWS_ON_PAGE))
  const shown = Math.min(page, pages)
  const measures = await listRows(db, actor, { filters, page: shown, baselineId: baseline?.id ?? null })
  const milestones = await listMilestones(db, measures, baseline?.id ?? null)
  return {
    baseline: baseline && { number: baseline.number, name: baseline.name, datedOn: baseline.datedOn },
    years,
    rows: measures.map(measure => toRow(measure, milestones.get(measure.id) ?? [])),
    page: shown,
    pages,
  }
}

const inPlan = (db: Kysely<Database>, actor: Actor, filters: MeasureFilters) =>
  db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))

/** Dates of any precision begin with their year. */
async function readYears(db: Kysely<Database>, actor: Actor, filters: MeasureFilters): Promise<PlanTimeline['years']> {
  const year = (date: string) => sql`left(${sql.ref(date)}, 4)::integer`
  const { first, last } = await inPlan(db, actor, filters)
    .leftJoin('milestone', 'milestone.measureId', 'measure.id')
    .select([
      sql<number | null>`min(least(${year('milestone.reachedOn')}, ${year('milestone.plannedFor')},
        ${year('measure.startsOn')}, ${year('measure.endsOn')}))`.as('first'),
      sql<number | null>`max(greatest(${year('milestone.reachedOn')}, ${year('milestone.plannedFor')},
        ${year('measure.startsOn')}, ${year('measure.endsOn')}))`.as('last'),
    ])
    .executeTakeFirstOrThrow()
  return first === null || last === null ? null : { first, last }
}

function listRows(
  db: Kysely<Database>,
  actor: Actor,
  { filters, page, baselineId }: { filters: MeasureFilters; page: number; baselineId: string | null },
) {
  return inPlan(db, actor, filters)
    .leftJoin('baselineMeasure as frozen', join =>
      join.onRef('frozen.measureId', '=', 'measure.id').on('frozen.baselineId', '=', baselineId),
    )
    .leftJoinLateral(firstLead, join => join.onTrue())
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.status', 'measure.startsOn', 'measure.endsOn'])
    .select(['measure.horizonFrom', 'measure.horizonTo', 'priority.position as priorityPosition'])
    .select(['priority.title as priorityTitle', 'frozen.measureId as frozenId'])
    .select(['frozen.startsOn as wasStartsOn', 'frozen.endsOn as wasEndsOn'])
    .select(['lead.code', 'lead.name', 'lead.colour', 'lead.state'])
    .select(eb => openThreads(eb).as('openThreads'))
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')
    .limit(TIMELINE_ROWS_ON_PAGE)
    .offset((page - 1) * TIMELINE_ROWS_ON_PAGE)
    .execute()
}

type MeasureFound = Awaited<ReturnType<typeof listRows>>[number]

/** In the order of their dates, by measure. */
async function listMilestones(
  db: Kysely<Database>,
  measures: { id: string }[],
  baselineId: string | null,
): Promise<Map<string, MilestoneOnTimeline[]>> {
  const byMeasure = new Map<string, MilestoneOnTimeline[]>(measures.map(({ id }) => [id, []]))
  if (measures.length === 0) return byMeasure
  const found = await db
    .selectFrom('milestone')
    .leftJoin('baselineMilestone as frozen', join =>
      join.onRef('frozen.milestoneId', '=', 'milestone.id').on('frozen.baselineId', '=', baselineId),
    )
    .select(['milestone.id', 'milestone.measureId', 'milestone.label', 'milestone.plannedFor', 'milestone.reachedOn'])
    .select(['milestone.droppedReason', sql<string>`${today}::text`.as('today')])
    .select(['frozen.plannedFor as wasPlannedFor', 'frozen.reachedOn as wasReachedOn'])
    .where('milestone.measureId', 'in', [...byMeasure.keys()])
    .orderBy(sql`coalesce(milestone.reached_on, milestone.planned_for) collate "C"`)
    .orderBy('milestone.label')
    .orderBy('milestone.id')
    .execute()
  for (const { id, measureId, label, today, wasPlannedFor, wasReachedOn, ...milestone } of found) {
    const date = milestoneDate(milestone)
    if (date === null) continue
    const was = milestoneDate({ plannedFor: wasPlannedFor, reachedOn: wasReachedOn })
    const state = milestoneState(milestone, today)
    byMeasure.get(measureId)?.push({ id, label, date, state, was, shift: state === 'dropped' ? null : slip(was, date) })
  }
  return byMeasure
}

/** To say within what was said more precisely when, is not to slip. */
function slip(was: string | null, now: string | null): Shift | null {
  const shift = was && now ? shiftBetween(was, now) : null
  return shift?.direction === 'narrowed' ? null : shift
}

function toRow(measure: MeasureFound, milestones: MilestoneOnTimeline[]): TimelineRow {
  const { code, name, colour, state, frozenId, wasStartsOn, wasEndsOn, ...row } = measure
  const hasMoved = frozenId !== null && (wasStartsOn !== row.startsOn || wasEndsOn !== row.endsOn)
  return {
    ...row,
    lead: code && name && colour !== null ? { code, name, colour, isAccepted: state === 'accepted' } : null,
    was: hasMoved ? { startsOn: wasStartsOn, endsOn: wasEndsOn } : null,
    endShift: frozenId ? slip(wasEndsOn, row.endsOn) : null,
    milestones,
  }
}
