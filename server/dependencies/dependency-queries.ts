import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { type Dependency, waitingEnd } from './dependency.shared'
import type { DependencyGraph, DependencyHit, DependencyOnMeasure, LinkedMeasure } from './dependency-graph.shared'

/** So many days what became of a measure is told on the pages of those that wait for it. */
export const HIT_DAYS = 60

/** @returns every dependency between measures of the plan that the actor's group works on */
export async function listDependencies(db: Kysely<Database>, actor: Actor): Promise<Dependency[]> {
  return db
    .selectFrom('dependency')
    .select(['id', 'fromId', 'toId', 'kind', 'note', 'isDemo'])
    .where('planId', '=', eb => currentPlan(eb, actor))
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

/** @returns the dependencies of the plan that the actor's group works on, with the measures that have any: two queries */
export async function readDependencyGraph(db: Kysely<Database>, actor: Actor): Promise<DependencyGraph> {
  const [dependencies, measures] = await Promise.all([
    listDependencies(db, actor),
    linkedMeasures(db)
      .where('measure.planId', '=', eb => currentPlan(eb, actor))
      .where(eb =>
        eb.exists(
          eb
            .selectFrom('dependency')
            .select('dependency.id')
            .where(eb =>
              eb.or([
                eb('dependency.fromId', '=', eb.ref('measure.id')),
                eb('dependency.toId', '=', eb.ref('measure.id')),
              ]),
            ),
        ),
      )
      .execute(),
  ])
  return { measures: measures.map(toLinked), dependencies }
}

/** @returns every measure of the plan in its order, for who says what hangs together */
export async function listLinkable(
  db: Kysely<Database>,
  actor: Actor,
): Promise<Pick<LinkedMeasure, 'id' | 'number' | 'title'>[]> {
  return db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select(['measure.id', 'measure.number', 'measure.title'])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
}

/**
 * What a measure hangs together with, and what lately became of those that it waits for. The caller has checked that the
 * reader may see the measure.
 */
export async function listDependenciesOf(db: Kysely<Database>, measureId: string): Promise<DependencyOnMeasure[]> {
  const [rows, hits] = await Promise.all([
    linkedMeasures(db)
      .innerJoin('dependency', join =>
        join.on(eb =>
          eb.or([
            eb.and([eb('dependency.fromId', '=', measureId), eb('dependency.toId', '=', eb.ref('measure.id'))]),
            eb.and([eb('dependency.toId', '=', measureId), eb('dependency.fromId', '=', eb.ref('measure.id'))]),
          ]),
        ),
      )
      .select(['dependency.id as dependencyId', 'dependency.kind', 'dependency.note', 'dependency.fromId'])
      .select('dependency.isDemo as isDemoLink')
      .orderBy(
        sql`array_position(array['blocks', 'needs-regulation', 'supports', 'conflicts', 'overlaps'], dependency.kind)`,
      )
      .orderBy('measure.title')
      .execute(),
    listHits(db, measureId),
  ])
  return rows.map(({ dependencyId, kind, note, fromId, isDemoLink, ...measure }) => ({
    id: dependencyId,
    kind,
    direction: fromId === measureId ? 'out' : 'in',
    note,
    isDemo: isDemoLink,
    other: toLinked(measure),
    hit: waitingEnd[kind] === (fromId === measureId ? 'from' : 'to') ? (hits.get(measure.id) ?? null) : null,
  }))
}

function linkedMeasures(db: Kysely<Database>) {
  return db
    .selectFrom('measure')
    .leftJoin('responsibility as lead', join =>
      join.onRef('lead.measureId', '=', 'measure.id').on('lead.role', '=', 'lead').on('lead.state', '=', 'accepted'),
    )
    .leftJoin('body', 'body.id', 'lead.bodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.status', 'measure.isDemo'])
    .select(['body.id as leadId', 'body.code', 'body.name', 'sector.colour'])
}

interface Led {
  leadId: string | null
  code: string | null
  name: string | null
  colour: number | null
}

function toLinked<Row extends Omit<LinkedMeasure, 'lead'> & Led>({ leadId, code, name, colour, ...measure }: Row) {
  const { id, number, title, status, isDemo } = measure
  const lead = leadId && code && name && colour ? { id: leadId, code, name, colour } : null
  return { id, number, title, status, isDemo, lead }
}

/** The newest of each measure that became of it, by the measure that it became of. */
async function listHits(db: Kysely<Database>, measureId: string): Promise<Map<string, DependencyHit>> {
  const { rows } = await sql<DependencyHit & { causeId: string }>`
    select distinct on (cause_id) * from (
      select id, after ->> 'causeId' as cause_id, verb, at, after ->> 'status' as status,
        after ->> 'milestone' as milestone, after ->> 'from' as "from", after ->> 'to' as "to"
      from activity
      where subject_type = 'measure' and subject_id = ${measureId} and at > now() - ${HIT_DAYS} * interval '1 day'
        and verb in ('dependency.status', 'dependency.dates', 'dependency.moved', 'dependency.milestone-dropped')
    ) hit
    order by cause_id, id desc`.execute(db)
  return new Map(
    rows.map(({ causeId, verb, at, status, milestone, from, to }) => [
      causeId,
      { verb, at, status, milestone, from, to },
    ]),
  )
}
