import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { isLateMilestone } from './late-milestones'
import { type MeasureFilter, type MeasureFilters, measureFilters, searchWords } from './measure-filters.shared'
import { hasConfidence, isStale } from './progress-conditions'
import { isPersonGone } from './responsibility-queries'

type Measures = ExpressionBuilder<Database, 'measure' | 'priority'>
type Asked = { eb: Measures; filters: MeasureFilters; actor: Actor }

/** What each filter asks of a measure. */
const conditions: {
  [Name in MeasureFilter]: (value: NonNullable<MeasureFilters[Name]>, asked: Asked) => Expression<SqlBool> | undefined
} = {
  q: (q, { eb }) => found(eb, q),
  priority: (positions, { eb }) => eb('priority.position', 'in', positions),
  status: (statuses, { eb }) => eb('measure.status', 'in', statuses),
  axis: (asked, { eb }) =>
    eb.or(asked.map(axis => (axis === 'none' ? eb('measure.axisId', 'is', null) : on(eb, axis)))),
  level: (levels, { eb }) => eb('measure.level', 'in', levels),
  horizon: (horizons, { eb }) => eb.or(horizons.map(reaches)),
  body: (codes, { eb, filters }) => eb.exists(carriers(eb, filters).where('body.code', 'in', codes)),
  sector: (sectors, { eb, filters }) => eb.exists(carriers(eb, filters).where('body.sectorId', 'in', sectors)),
  role: (_, { eb, filters: { body, sector, mine, ...filters } }) =>
    body || sector || mine ? undefined : eb.exists(carriers(eb, filters)),
  mine: (_, { eb, filters, actor }) => {
    const own = actor.mandates.map(mandate => mandate.bodyId)
    return eb.exists(carriers(eb, filters).where('responsibility.bodyId', 'in', own))
  },
  noLead: (_, { eb }) => withoutLead(eb),
  confidence: (confidences, { eb }) => hasConfidence(eb, confidences),
  stale: (_, { eb }) => isStale(eb),
  noPerson: (_, { eb, filters }) =>
    eb.exists(carriers(eb, filters).innerJoin('plan', 'plan.id', 'measure.planId').where(isPersonGone)),
  late: (_, { eb }) => hasLateMilestone(eb),
}

/** What the filters ask of a measure, for the `where` of a query over measures and their priorities. */
export function matches(eb: Measures, filters: MeasureFilters, actor: Actor): Expression<SqlBool> {
  const asked = measureFilters.map(name => condition(name, { eb, filters, actor }))
  return eb.and(asked.filter(expression => expression !== undefined))
}

function condition<Name extends MeasureFilter>(name: Name, asked: Asked): Expression<SqlBool> | undefined {
  const value = asked.filters[name]
  return value == null ? undefined : conditions[name](value, asked)
}

/** Nobody has accepted to lead it. */
export function withoutLead(eb: Measures): Expression<SqlBool> {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('responsibility')
        .select('responsibility.id')
        .whereRef('responsibility.measureId', '=', 'measure.id')
        .where('responsibility.role', '=', 'lead')
        .where('responsibility.state', '=', 'accepted'),
    ),
  )
}

/** One of its milestones is late. */
export function hasLateMilestone(eb: Measures): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('milestone')
      .select('milestone.id')
      .whereRef('milestone.measureId', '=', 'measure.id')
      .where(isLateMilestone),
  )
}

const on = (eb: Measures, position: number): Expression<SqlBool> =>
  eb('measure.axisId', 'in', eb.selectFrom('axis').select('axis.id').where('axis.position', '=', position))

/** With the words as Dutch knows them ("vergoeding" finds "vergoedingen"), or with each of them somewhere as it stands. */
function found(eb: Measures, q: string): Expression<SqlBool> {
  const content = eb
    .selectFrom('documentContent')
    .select('documentContent.seq')
    .whereRef('documentContent.documentId', '=', 'measure.documentId')
  const asDutch = sql`websearch_to_tsquery('dutch', ${q})`
  return eb.or([
    sql<boolean>`measure.search @@ ${asDutch}`,
    eb.exists(content.where(sql<boolean>`document_content.search @@ ${asDutch}`)),
    eb.and(
      searchWords(q).map(word => {
        const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        return eb.or([
          eb('measure.title', 'ilike', pattern),
          eb('measure.summary', 'ilike', pattern),
          sql<boolean>`measure.number::text = ${word}`,
          eb.exists(content.where('documentContent.text', 'ilike', pattern)),
        ])
      }),
    ),
  ])
}

function reaches(horizon: string): Expression<SqlBool> {
  const place = (value: unknown) => sql`array_position(array['short', 'medium', 'long'], ${value})`
  return sql<boolean>`${place(horizon)} between ${place(sql.ref('measure.horizonFrom'))} and ${place(sql.ref('measure.horizonTo'))}`
}

/** The bodies that have a part in the measure, or were asked to, in the roles that are asked for. */
function carriers(eb: Measures, { role }: MeasureFilters) {
  const all = eb
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .select('responsibility.id')
    .whereRef('responsibility.measureId', '=', 'measure.id')
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
  return role ? all.where('responsibility.role', 'in', role) : all
}
