import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { type MeasureFilters, searchWords } from './measure-filters.shared'

type Measures = ExpressionBuilder<Database, 'measure' | 'priority'>

/** What the filters ask of a measure, for the `where` of a query over measures and their priorities. */
export function matches(eb: Measures, filters: MeasureFilters): Expression<SqlBool> {
  const { q, priority, axis, level, horizon, lead, status, noLead } = filters
  const asked: (Expression<SqlBool> | undefined)[] = [
    q ? found(eb, q) : undefined,
    priority ? eb('priority.position', '=', priority) : undefined,
    axis
      ? eb('measure.axisId', 'in', eb.selectFrom('axis').select('axis.id').where('axis.position', '=', axis))
      : undefined,
    level ? eb('measure.level', '=', level) : undefined,
    horizon ? reaches(horizon) : undefined,
    lead ? ledBy(eb, lead) : undefined,
    status ? eb('measure.status', '=', status) : undefined,
    noLead ? withoutLead(eb) : undefined,
  ]
  return eb.and(asked.filter(condition => condition !== undefined))
}

/** Nobody has accepted to lead it. */
export function withoutLead(eb: Measures): Expression<SqlBool> {
  return eb.not(eb.exists(leads(eb).where('responsibility.state', '=', 'accepted')))
}

/** With the words as Dutch knows them ("vergoeding" finds "vergoedingen"), or with each of them somewhere as it stands. */
function found(eb: Measures, q: string): Expression<SqlBool> {
  const content = eb
    .selectFrom('documentContent')
    .select('documentContent.seq')
    .whereRef('documentContent.documentId', '=', 'measure.documentId')
  const asDutch = sql`websearch_to_tsquery('dutch', ${q})`
  return eb.or([
    sql<boolean>`to_tsvector('dutch', measure.title || ' ' || measure.summary) @@ ${asDutch}`,
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

function ledBy(eb: Measures, bodyCode: string): Expression<SqlBool> {
  return eb.exists(
    leads(eb)
      .innerJoin('body', 'body.id', 'responsibility.bodyId')
      .where('responsibility.state', 'in', ['accepted', 'proposed'])
      .where('body.code', '=', bodyCode),
  )
}

const leads = (eb: Measures) =>
  eb
    .selectFrom('responsibility')
    .select('responsibility.id')
    .whereRef('responsibility.measureId', '=', 'measure.id')
    .where('responsibility.role', '=', 'lead')
