import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import type { Dependency } from './dependency.shared'

/** @returns every dependency between measures of the plan that the actor's group works on */
export async function listDependencies(db: Kysely<Database>, actor: Actor): Promise<Dependency[]> {
  return db
    .selectFrom('dependency')
    .select(['id', 'fromId', 'toId', 'kind', 'note', 'isDemo'])
    .where('planId', '=', eb => currentPlan(eb, actor))
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}
