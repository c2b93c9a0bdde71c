import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readDecidedMeasures, readReservations } from './decided-measures'
import type { DecisionFilters } from './decision.shared'
import type { DecisionInMeeting, DecisionRegister } from './decision-list.shared'

const ROWS_A_PAGE = 25

/** @returns one page of the register of the actor's group, the newest decision first */
export async function listDecisions(
  db: Kysely<Database>,
  actor: Actor,
  filters: DecisionFilters,
): Promise<DecisionRegister> {
  const matching = db
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .where('decision.groupId', '=', actor.groupId)
    .where(eb => matches(eb, filters))
  const [rows, { total }, years] = await Promise.all([
    matching
      .select(['decision.id', 'year', 'number', 'decision.title', 'result', 'reachedBy', 'decidedOn', 'meetingId'])
      .select(['meeting.title as meetingTitle', 'decision.isDemo'])
      .orderBy('year', 'desc')
      .orderBy('number', 'desc')
      .limit(ROWS_A_PAGE)
      .offset((filters.page - 1) * ROWS_A_PAGE)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    db
      .selectFrom('decision')
      .select('year')
      .distinct()
      .where('groupId', '=', actor.groupId)
      .orderBy('year', 'desc')
      .execute(),
  ])
  const measures = await readDecidedMeasures(
    db,
    rows.map(row => row.id),
  )
  return {
    decisions: rows.map(row => ({ ...row, measures: measures.get(row.id) ?? [] })),
    total,
    page: filters.page,
    pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
    years: years.map(row => row.year),
  }
}

/** @returns what a meeting of the actor's group decided, in the order in which it was recorded */
export async function listDecisionsOfMeeting(
  db: Kysely<Database>,
  actor: Actor,
  meetingId: string,
): Promise<DecisionInMeeting[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'agendaItemId', 'year', 'number', 'title', 'text', 'result', 'reachedBy', 'decidedOn', 'isDemo'])
    .where('meetingId', '=', meetingId)
    .where('groupId', '=', actor.groupId)
    .orderBy('year')
    .orderBy('number')
    .execute()
  const ids = rows.map(row => row.id)
  const [measures, reservations] = await Promise.all([readDecidedMeasures(db, ids), readReservations(db, ids)])
  return rows.map(row => ({
    ...row,
    measures: measures.get(row.id) ?? [],
    reservations: reservations.get(row.id) ?? [],
  }))
}

type Decisions = ExpressionBuilder<Database, 'decision' | 'meeting'>

function matches(eb: Decisions, { result, year, q }: DecisionFilters): Expression<SqlBool> {
  const asked: (Expression<SqlBool> | undefined)[] = [
    result ? eb('decision.result', '=', result) : undefined,
    year ? eb('decision.year', '=', year) : undefined,
    ...(q?.split(/\s+/) ?? []).map(word => holds(eb, word)),
  ]
  return eb.and(asked.filter(condition => condition !== undefined))
}

/** In what was decided, at which meeting, about which measure; or as the number in the register. */
function holds(eb: Decisions, word: string): Expression<SqlBool> {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return eb.or([
    eb('decision.title', 'ilike', pattern),
    eb('decision.text', 'ilike', pattern),
    eb('meeting.title', 'ilike', pattern),
    sql<boolean>`decision.year || '-' || lpad(decision.number::text, greatest(2, length(decision.number::text)), '0') ilike ${pattern}`,
    eb.exists(
      eb
        .selectFrom('decisionMeasure')
        .innerJoin('measure', 'measure.id', 'decisionMeasure.measureId')
        .select('measure.id')
        .whereRef('decisionMeasure.decisionId', '=', 'decision.id')
        .where('measure.title', 'ilike', pattern),
    ),
  ])
}
