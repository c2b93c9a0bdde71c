import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { RollUp } from './progress.shared'

/** What the parts of a measure say of how far it is; the rule stands beside `RollUp`. One query. */
export async function readRollUp(db: Kysely<Database>, measureId: string): Promise<RollUp> {
  const { rows } = await sql<RollUp>`
    select count(part.id)::integer as sub_measures, count(newest.percentage)::integer as reported,
      round(avg(newest.percentage))::integer as average,
      (select count(*)::integer from milestone
        where measure_id = ${measureId} and dropped_reason is null) as milestones,
      (select count(*)::integer from milestone
        where measure_id = ${measureId} and dropped_reason is null and reached_on is not null) as reached
    from measure part
    left join lateral (
      select percentage from progress_report where measure_id = part.id order by reported_at desc limit 1
    ) newest on true
    where part.parent_id = ${measureId} and part.status <> 'stopped'`.execute(db)
  return rows[0] ?? { subMeasures: 0, reported: 0, average: null, milestones: 0, reached: 0 }
}
