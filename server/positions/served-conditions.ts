import { type RawBuilder, sql } from 'kysely'
import type { ServedCondition } from './condition.shared'

/** What a condition can be pointed at with, by the table that a query is over. */
const columns = {
  discussionThread: 'link.thread_id',
  decision: 'link.decision_id',
  effect: 'link.effect_id',
  actionItem: 'link.action_item_id',
}

/**
 * For a query over discussions, decisions, effects or actions: the conditions that somebody said are met by it, those of
 * whom counts asked first. What was withdrawn is left out.
 */
export const servedConditions = (table: keyof typeof columns): RawBuilder<ServedCondition[]> => sql<ServedCondition[]>`
  coalesce((
    select jsonb_agg(served.mark order by served.raised_at, served.id) from (
      select distinct on (condition.id) condition.id, condition.raised_at, jsonb_build_object(
        'id', condition.id, 'measureId', condition.measure_id, 'text', condition.text, 'bodyCode', served_body.code,
        'state', case coalesce(last.step, 'reopened') when 'reopened' then 'open' else last.step end) as mark
      from condition_link link
      join condition on condition.id = link.condition_id
      join body served_body on served_body.id = condition.body_id
      left join lateral (
        select step from condition_step where condition_id = condition.id order by number desc limit 1
      ) last on true
      where ${sql.ref(columns[table])} = ${sql.ref(`${table}.id`)} and last.step is distinct from 'withdrawn'
    ) served
  ), '[]')`
