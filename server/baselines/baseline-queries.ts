import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { currentPlan } from '../plans/plan-queries'
import type { BaselineLine } from './baseline.shared'

/** @returns the baselines of the plan that the actor's group works on, the newest first */
export async function listBaselines(db: Kysely<Database>, actor: Actor): Promise<BaselineLine[]> {
  return db
    .selectFrom('baseline')
    .innerJoin('mandate', 'mandate.id', 'baseline.frozenBy')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['baseline.id', 'baseline.number', 'baseline.name', 'baseline.reason', 'datedOn', 'baseline.note'])
    .select(['frozenAt', 'person.name as byName', 'body.code as byCode', 'body.name as byBodyName', 'sector.colour'])
    .select(eb =>
      eb
        .selectFrom('baselineMeasure')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('baselineMeasure.baselineId', '=', 'baseline.id')
        .as('measures'),
    )
    .where('baseline.planId', '=', eb => currentPlan(eb, actor))
    .orderBy('baseline.number', 'desc')
    .execute()
    .then(rows => rows.map(row => ({ ...row, measures: row.measures ?? 0 })))
}

/**
 * Finds a baseline of the actor's group; the newest of its plan when none is named.
 * @returns null for a plan without baselines
 * @throws DomainError `not-found` for a baseline that is not the group's
 */
export async function findBaseline(
  db: Kysely<Database>,
  actor: Actor,
  id?: string,
): Promise<{ id: string; planId: string; number: number; name: string; datedOn: string } | null> {
  if (id !== undefined && !z.guid().safeParse(id).success) throw new DomainError('not-found')
  const asked = db
    .selectFrom('baseline')
    .innerJoin('plan', 'plan.id', 'baseline.planId')
    .select(['baseline.id', 'planId', 'baseline.number', 'baseline.name', 'datedOn'])
    .where('plan.groupId', '=', actor.groupId)
  const baseline = await (id === undefined
    ? asked
        .where('planId', '=', eb => currentPlan(eb, actor))
        .orderBy('baseline.number', 'desc')
        .limit(1)
    : asked.where('baseline.id', '=', id)
  ).executeTakeFirst()
  if (!baseline && id !== undefined) throw new DomainError('not-found')
  return baseline ?? null
}
