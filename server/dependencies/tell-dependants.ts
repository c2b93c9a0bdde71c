import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { type ActivityAuthor, recordActivities } from '../activity/record-activity'

/** What hit a measure that others wait for: its status, a date of its own, or a milestone of it. */
export interface Hit {
  verb: 'dependency.status' | 'dependency.dates' | 'dependency.moved' | 'dependency.milestone-dropped'
  after: object
}

/**
 * Tells every measure that waits for this one what became of it: an activity of each of them, so that its page and the home
 * of whoever carries it say so. Called in the transaction that changed it. What overlaps or conflicts does not wait.
 */
export async function tellDependants(
  trx: Transaction<Database>,
  actor: ActivityAuthor,
  measureId: string,
  hit: Hit,
): Promise<void> {
  await tellAllDependants(trx, actor, [{ ...hit, measureId }])
}

/** The same for many measures that were hit at once: one query to find who waits, one to tell. */
export async function tellAllDependants(
  trx: Transaction<Database>,
  actor: ActivityAuthor,
  hits: (Hit & { measureId: string })[],
): Promise<void> {
  if (hits.length === 0) return
  const ids = [...new Set(hits.map(hit => hit.measureId))]
  const { rows } = await sql<{ causeId: string; id: string; kind: string }>`
    select distinct on (cause_id, id) cause_id, id, kind from (
      select from_id as cause_id, to_id as id, kind from dependency
      where from_id = any(${ids}::uuid[]) and kind in ('blocks', 'supports')
      union all
      select to_id, from_id, kind from dependency where to_id = any(${ids}::uuid[]) and kind = 'needs-regulation'
    ) waiting
    order by cause_id, id, kind`.execute(trx)
  await recordActivities(
    trx,
    actor,
    hits.flatMap(({ measureId, verb, after }) =>
      rows
        .filter(row => row.causeId === measureId)
        .map(({ id, kind }) => ({
          verb,
          subjectType: 'measure',
          subjectId: id,
          topics: [`measure:${id}`, 'measures'],
          after: { causeId: measureId, kind, ...after },
        })),
    ),
  )
}
