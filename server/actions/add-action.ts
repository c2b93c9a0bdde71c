import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { actsFor } from '../bodies/body-queries'
import { DomainError } from '../errors'
import type { ActionOrigin, AddActionInput } from './action.shared'
import { addActionMandate } from './action-access.shared'
import { checkSource } from './check-source'
import { topicsOfAction } from './lock-action'

/** An action to add; `decisionId`: only what records or applies that decision says so. */
export type NewAction = AddActionInput & { decisionId?: string | undefined }

/**
 * Gives a body, perhaps one person of it, something to do.
 * @returns the action's id
 * @throws DomainError `forbidden`; `invalid` `unknown-choice` for a body that does not exist; `invalid`
 *   `person-without-mandate`; `not-found` for a measure, agenda item, discussion or report of another group; `invalid`
 *   `one-origin` when it would follow from two things
 */
export async function addAction(trx: Transaction<Database>, actor: Actor, input: NewAction): Promise<string> {
  const { title, bodyId, personId = null, dueOn = null, measureId = null } = input
  const mandate = addActionMandate(actor, input)
  if (!mandate) throw new DomainError('forbidden')
  const body = await trx.selectFrom('body').select('id').where('id', '=', bodyId).executeTakeFirst()
  if (!body) throw new DomainError('invalid', 'unknown-choice', 'bodyId')
  if (personId && !(await actsFor(trx, actor, { personId, bodyId }))) {
    throw new DomainError('invalid', 'person-without-mandate', 'personId')
  }
  await checkSource(trx, actor, input)
  const { decisionId = null, agendaItemId = null, threadId = null, reportId = null } = input
  const action = { id: randomUUID(), bodyId, personId, title, dueOn, measureId }
  const source = { decisionId, agendaItemId, threadId, reportId }
  await trx
    .insertInto('actionItem')
    .values({ ...action, ...source, origin: originOf(source), groupId: actor.groupId, madeBy: mandate.id })
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'action.added',
      subjectType: 'action-item',
      subjectId: action.id,
      topics: topicsOfAction({ ...action, decisionId }),
      after: { title, bodyId, dueOn, ...(personId && { personId }) },
    },
  )
  return action.id
}

type Source = { [Id in 'decisionId' | 'agendaItemId' | 'threadId' | 'reportId']: string | null }

/** @throws DomainError `invalid` `one-origin` */
function originOf({ decisionId, agendaItemId, threadId, reportId }: Source): ActionOrigin {
  const origins: [ActionOrigin, string | null][] = [
    ['decision', decisionId],
    ['agenda-item', agendaItemId],
    ['thread', threadId],
    ['report', reportId],
  ]
  const [first, second] = origins.filter(([, id]) => id !== null)
  if (second) throw new DomainError('invalid', 'one-origin')
  return first?.[0] ?? 'none'
}
