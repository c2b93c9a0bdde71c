import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { DecisionFilters, followUpStates } from './decision.shared'
import { isOverdueEffect, isToApply } from './effect-rows'

type Decisions = ExpressionBuilder<Database, 'decision' | 'meeting'>

/** For a query over decisions and their meeting: what the filters ask. */
export function matches(eb: Decisions, filters: DecisionFilters): Expression<SqlBool> {
  const { result, year, q, meeting, measure, sector, from, until, applied } = filters
  const asked: (Expression<SqlBool> | undefined)[] = [
    meeting ? eb('decision.meetingId', '=', meeting) : undefined,
    from ? eb('decision.decidedOn', '>=', from) : undefined,
    until ? eb('decision.decidedOn', '<=', until) : undefined,
    measure ? isAbout(eb, measure) : undefined,
    sector ? concernsSector(eb, sector) : undefined,
    applied ? followUpIs(eb, applied) : undefined,
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

const isAbout = (eb: Decisions, measureId: string) =>
  eb.exists(
    eb
      .selectFrom('decisionMeasure')
      .select('decisionMeasure.measureId')
      .whereRef('decisionMeasure.decisionId', '=', 'decision.id')
      .where('decisionMeasure.measureId', '=', measureId),
  )

/** A body of the sector carries a measure that was decided about, or made a reservation. */
const concernsSector = (eb: Decisions, sectorId: string) =>
  eb.or([
    eb.exists(
      eb
        .selectFrom('decisionMeasure')
        .innerJoin('responsibility', 'responsibility.measureId', 'decisionMeasure.measureId')
        .innerJoin('body', 'body.id', 'responsibility.bodyId')
        .select('body.id')
        .whereRef('decisionMeasure.decisionId', '=', 'decision.id')
        .where('responsibility.state', '=', 'accepted')
        .where('body.sectorId', '=', sectorId),
    ),
    eb.exists(
      eb
        .selectFrom('decisionReservation')
        .innerJoin('body', 'body.id', 'decisionReservation.bodyId')
        .select('body.id')
        .whereRef('decisionReservation.decisionId', '=', 'decision.id')
        .where('body.sectorId', '=', sectorId),
    ),
  ])

function followUpIs(eb: Decisions, state: (typeof followUpStates)[number]): Expression<SqlBool> {
  const effects = eb.selectFrom('effect').select('effect.id').whereRef('effect.decisionId', '=', 'decision.id')
  if (state === 'overdue') return eb.exists(effects.where(isOverdueEffect))
  if (state === 'to-apply') return eb.exists(effects.where(isToApply))
  return eb.and([eb.exists(effects), eb.not(eb.exists(effects.where(isToApply)))])
}
