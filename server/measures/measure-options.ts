import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { listBodies, listMandatedPeople } from '../bodies/body-queries'
import { readPlan } from '../plans/plan-queries'
import type { MeasureOptions } from './measure-detail.shared'

/** @returns what a measure can be put under, and whom it can be asked of: the choices of the forms */
export async function readMeasureOptions(db: Kysely<Database>, actor: Actor): Promise<MeasureOptions> {
  const [plan, bodies, people] = await Promise.all([readPlan(db, actor), listBodies(db), listMandatedPeople(db, actor)])
  return { priorities: plan?.priorities ?? [], axes: plan?.axes ?? [], bodies, people }
}
