import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { SaveViewInput } from './saved-view.shared'
import { mayShareView } from './saved-view-access.shared'

/**
 * Keeps a way to look at the plan under a name, after those that are there.
 * @returns its id
 * @throws DomainError `forbidden` for who may not share it with the group
 */
export async function saveView(
  trx: Transaction<Database>,
  actor: Actor,
  { name, path, query, isShared }: SaveViewInput,
): Promise<string> {
  if (isShared && !mayShareView(actor)) throw new DomainError('forbidden')
  const id = randomUUID()
  const { groupId, personId: ownerId } = actor
  await trx
    .insertInto('savedView')
    .values({
      ...{ id, groupId, ownerId, name, path, query, isShared },
      position: sql`(select coalesce(max(position), 0) + 1 from saved_view where group_id = ${groupId})`,
    })
    .execute()
  await recordActivity(trx, actor, {
    verb: 'saved-view.made',
    subjectType: 'saved-view',
    subjectId: id,
    topics: isShared ? ['saved-views'] : [],
    // What somebody keeps for themselves is nobody else's business.
    ...(isShared && { after: { name, path, query } }),
  })
  return id
}
