import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * What a measure is called, for the pages beside its own.
 * @throws DomainError `not-found` when the actor's group has no such measure
 */
export async function readMeasureMark(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, id: string) {
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const measure = await db
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['measure.id', 'measure.number', 'measure.title', 'plan.title as planTitle'])
    .where('measure.id', '=', id)
    .where('plan.groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!measure) throw new DomainError('not-found')
  return measure
}
