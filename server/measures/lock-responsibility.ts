import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads a responsibility of the actor's group, and keeps others from answering it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockResponsibility(trx: Transaction<Database>, actor: Actor, responsibilityId: string) {
  const responsibility = await trx
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .leftJoin('responsibility as followed', 'followed.id', 'responsibility.followsId')
    .select(['responsibility.id', 'responsibility.measureId', 'responsibility.bodyId', 'responsibility.personId'])
    .select(['responsibility.role', 'responsibility.state', 'responsibility.followsId'])
    .select('followed.bodyId as followsBodyId')
    .where('responsibility.id', '=', responsibilityId)
    .where('plan.groupId', '=', actor.groupId)
    .forUpdate('responsibility')
    .executeTakeFirst()
  if (!responsibility) throw new DomainError('not-found')
  return responsibility
}
