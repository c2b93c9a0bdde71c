import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import type { ChangedMeasure, HistoryFilters, HistoryNames } from './history.shared'
import { conditions, readLines } from './history-lines'
import { readNames } from './history-names'
import { HISTORY_IN_FILE } from './measure-history'

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
  const rows = await selectChanged(db, actor, { filters, before, limit: PAGE + 1 })
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

/** All that was done to measures of the plan since a day or a meeting, the newest first, for a file: not endlessly much. */
export async function readAllChanges(db: Kysely<Database>, actor: Actor, filters: HistoryFilters) {
  const measures = await selectChanged(db, actor, { filters, limit: Number.MAX_SAFE_INTEGER })
  const measureIds = measures.map(({ id }) => id)
  const lines =
    measureIds.length > 0
      ? await readLines(db, actor, { measureIds, filters, ownOnly: true, limit: HISTORY_IN_FILE })
      : []
  return { lines, names: await readNames(db, lines), titles: new Map(measures.map(({ id, title }) => [id, title])) }
}

type Changed = Omit<ChangedMeasure, 'lines' | 'count'> & { last: number; total: number }

async function selectChanged(
  db: Kysely<Database>,
  actor: Actor,
  { filters, before, limit }: { filters: HistoryFilters; before?: number | undefined; limit: number },
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
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
    limit ${limit}`.execute(db)
  return rows
}
