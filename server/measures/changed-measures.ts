import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import type { ChangedMeasure, HistoryFilters, HistoryNames } from './history.shared'
import { conditions, readLines } from './history-lines'
import { readNames } from './history-names'

/** So many measures are a page. */
const PAGE = 20
/** Of each measure so many lines stand there; its own history has them all. */
const LINES = 6

/**
 * The measures of the plan that were changed since a day or a meeting, the one changed last first, each with what was done to
 * it: three queries, however many there are.
 */
export async function listChangedMeasures(
  db: Kysely<Database>,
  actor: Actor,
  { filters, before }: { filters: HistoryFilters; before?: number | undefined },
): Promise<{ measures: ChangedMeasure[]; names: HistoryNames; next: number | null; total: number }> {
  const { rows } = await sql<Omit<ChangedMeasure, 'lines' | 'count'> & { last: number; total: number }>`
    with changed as (
      select measure.id, measure.number, measure.title, measure.is_demo, max(activity.id) as last
      from activity
      left join mandate on mandate.id = activity.mandate_id
      cross join lateral unnest(activity.topics) as topic
      join measure on topic = 'measure:' || measure.id
      where activity.group_id = ${actor.groupId} and measure.plan_id = ${currentPlan(db as never, actor)}
        and (activity.subject_type <> 'measure' or activity.subject_id = measure.id)
        and ${conditions(filters)}
      group by measure.id
    )
    select *, (select count(*) from changed) as total from changed
    where last < ${before ?? Number.MAX_SAFE_INTEGER}
    order by last desc
    limit ${PAGE + 1}`.execute(db)
  const shown = rows.slice(0, PAGE)
  if (shown.length === 0) return { measures: [], names: {}, next: null, total: 0 }
  const lines = await readLines(db, actor, {
    measureIds: shown.map(measure => measure.id),
    filters,
    ownOnly: true,
    perMeasure: LINES,
    limit: PAGE * LINES,
  })
  return {
    measures: shown.map(({ last, total, ...measure }) => {
      const own = lines.filter(line => line.measureId === measure.id)
      return { ...measure, lines: own.map(({ count, ...line }) => line), count: own[0]?.count ?? 0 }
    }),
    names: await readNames(db, lines),
    next: rows.length > PAGE ? (shown.at(-1)?.last ?? null) : null,
    total: rows[0]?.total ?? 0,
  }
}
