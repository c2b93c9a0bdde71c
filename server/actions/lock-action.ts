import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads an action of the actor's group, and keeps others from changing it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockAction(trx: Transaction<Database>, actor: Pick<Actor, 'groupId'>, id: string) {
  const action = await trx
    .selectFrom('actionItem')
    .select(['id', 'bodyId', 'title', 'state', 'dueOn', 'origin', 'decisionId', 'agendaItemId', 'measureId'])
    .where('id', '=', id)
    .where('groupId', '=', actor.groupId)
    .forUpdate()
    .executeTakeFirst()
  if (!action) throw new DomainError('not-found')
  return action
}

/** The pages that show an action. */
export const topicsOfAction = ({
  id,
  decisionId,
  measureId,
}: {
  id: string
  decisionId: string | null
  measureId: string | null
}) => [
  'actions',
  `action:${id}`,
  ...(decisionId ? [`decision:${decisionId}`, 'decisions'] : []),
  ...(measureId ? [`measure:${measureId}`] : []),
]
