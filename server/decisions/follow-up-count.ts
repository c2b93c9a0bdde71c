import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { today } from '../auth/read-actor'
import type { FollowUpCount } from './decision-list.shared'

/** @returns how far what decisions change and give to do is; by decision, those that have any */
export async function countFollowUp(db: Kysely<Database>, decisionIds: string[]): Promise<Map<string, FollowUpCount>> {
  if (decisionIds.length === 0) return new Map()
  const { rows } = await sql<FollowUpCount & { decisionId: string }>`
    select decision_id, count(*) filter (where not open)::integer as settled, count(*)::integer as all,
      count(*) filter (where open and due_on < ${today})::integer as overdue
    from (
      select decision_id, due_on, state in ('to-apply', 'asked') as open from effect where state <> 'dropped'
      union all
      select decision_id, due_on, state = 'open' from action_item where state <> 'dropped'
    ) follow_up
    where decision_id = any(${decisionIds}::uuid[])
    group by decision_id`.execute(db)
  return new Map(rows.map(({ decisionId, ...count }) => [decisionId, count]))
}
