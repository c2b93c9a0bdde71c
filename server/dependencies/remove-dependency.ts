import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { RemoveDependencyInput } from './dependency.shared'
import { mayLinkMeasures } from './dependency-access.shared'

/**
 * Takes back that two measures hang together; the trail keeps what was said.
 * @throws DomainError `not-found`, also for one that somebody else just removed; `forbidden`
 */
export async function removeDependency(
  trx: Transaction<Database>,
  actor: Actor,
  { dependencyId }: RemoveDependencyInput,
): Promise<void> {
  const dependency = await trx
    .selectFrom('dependency')
    .innerJoin('plan', 'plan.id', 'dependency.planId')
    .select(['dependency.id', 'fromId', 'toId', 'kind', 'dependency.note'])
    .where('dependency.id', '=', dependencyId)
    .where('plan.groupId', '=', actor.groupId)
    .forUpdate('dependency')
    .executeTakeFirst()
  if (!dependency) throw new DomainError('not-found')
  if (!mayLinkMeasures(actor)) throw new DomainError('forbidden')
  await trx.deleteFrom('dependency').where('id', '=', dependencyId).execute()
  const { id, fromId, toId, kind, note } = dependency
  await recordActivity(trx, actor, {
    verb: 'dependency.removed',
    subjectType: 'measure',
    subjectId: fromId,
    topics: [`measure:${fromId}`, `measure:${toId}`, 'measures'],
    before: { dependencyId: id, kind, fromId, toId, ...(note && { note }) },
  })
}
