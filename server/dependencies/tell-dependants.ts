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
  { verb, after }: Hit,
): Promise<void> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select distinct on (id) id, kind from (
      select to_id as id, kind from dependency where from_id = ${measureId} and kind in ('blocks', 'supports')
      union all
      select from_id, kind from dependency where to_id = ${measureId} and kind = 'needs-regulation'
    ) waiting
    order by id, kind`.execute(trx)
  await recordActivities(
    trx,
    actor,
    rows.map(({ id, kind }) => ({
      verb,
      subjectType: 'measure',
      subjectId: id,
      topics: [`measure:${id}`, 'measures'],
      after: { causeId: measureId, kind, ...after },
    })),
  )
}
