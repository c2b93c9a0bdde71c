import { sql } from 'kysely'
import { today } from '../auth/read-actor'

/** Whether the `milestone` of a query is late, as `milestoneState` has it: dates that are cut off alike sort like days. */
export const isLateMilestone = sql<boolean>`(
  milestone.reached_on is null and milestone.dropped_reason is null
  and milestone.planned_for collate "C" < left(${today}::text, length(milestone.planned_for)) collate "C")`
