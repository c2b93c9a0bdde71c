import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Certainty } from '#db/schema/vocabulary'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'

/** What the plan of the actor's group is built of: its priorities, then its axes, in their order. */
export const selectStructure = (db: Kysely<Database>, actor: Actor) =>
  db
    .selectFrom('priority')
    .select([sql<'priority' | 'axis'>`'priority'`.as('part'), 'position', 'title as name', 'description'])
    .select(['source', 'certainty'])
    .where('planId', '=', eb => currentPlan(eb, actor))
    .unionAll(
      db
        .selectFrom('axis')
        .select([sql<'priority' | 'axis'>`'axis'`.as('part'), 'position', 'name', sql<string>`''`.as('description')])
        .select([sql<string | null>`null`.as('source'), sql<Certainty | null>`null`.as('certainty')])
        .where('planId', '=', eb => currentPlan(eb, actor)),
    )
    .orderBy('part', 'desc')
    .orderBy('position')
