import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { type Confidence, finishedStatuses, STALE_AFTER_MONTHS } from './progress.shared'

type Measures = ExpressionBuilder<Database, 'measure'>

/** The newest report says one of these; 'none': there is no report. */
export function hasConfidence(eb: Measures, asked: (Confidence | 'none')[]): Expression<SqlBool> {
  const newest = reports(eb)
    .select('progressReport.confidence')
    .orderBy('progressReport.reportedAt', 'desc')
    .limit(1)
    .$asScalar()
  return eb(eb.fn.coalesce(newest.$castTo<string>(), sql.lit('none')), 'in', asked)
}

/** Nobody said for long how far it is; the rule stands beside `STALE_AFTER_MONTHS`. */
export function isStale(eb: Measures): Expression<SqlBool> {
  const newest = reports(eb).select(({ fn }) => fn.max('progressReport.reportedAt').as('newest'))
  return eb.and([
    eb('measure.status', 'not in', finishedStatuses),
    sql<boolean>`coalesce((${newest}), ${sql.ref('measure.createdAt')}) < now() - make_interval(months => ${STALE_AFTER_MONTHS})`,
  ])
}

const reports = (eb: Measures) =>
  eb.selectFrom('progressReport').whereRef('progressReport.measureId', '=', 'measure.id')
