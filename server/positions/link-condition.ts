import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import { freezeVersion } from '../documents/freeze-version'
import { readContent } from '../documents/read-content'
import { DomainError } from '../errors'
import type { LinkConditionInput } from './condition.shared'
import { mayLinkCondition } from './position-access.shared'
import { type LockedCondition, lockCondition, topicsOfCondition } from './take-condition-step'

/**
 * Points at what meets a condition, in the view of who points; whether it does is for whoever raised it to say.
 * @throws DomainError `not-found`; `forbidden`; as `insertConditionLink`
 */
export async function linkCondition(
  trx: Transaction<Database>,
  actor: Actor,
  { conditionId, ...what }: LinkConditionInput,
): Promise<void> {
  const condition = await lockCondition(trx, actor, conditionId)
  if (!mayLinkCondition(actor, condition)) throw new DomainError('forbidden')
  const { id: mandateId } = mandateFor(actor, condition.bodyId) ?? actor.mandate
  await insertConditionLink(trx, actor, { condition, ...what, mandateId })
  await recordActivity(
    trx,
    { ...actor, mandate: { id: mandateId } },
    {
      verb: 'condition.linked',
      subjectType: 'measure',
      subjectId: condition.measureId,
      topics: topicsOfCondition(condition),
      after: { conditionId, bodyId: condition.bodyId, text: condition.text },
    },
  )
}

/**
 * Keeps what meets a condition. A passage is kept with a frozen version of the text that it stands in.
 * @throws DomainError `invalid` `not-in-text` (`quote`) when the text does not say that; `not-found` (`threadId`) for
 *   a discussion about another record; `not-found` (`decisionId`) for a decision of another group
 */
export async function insertConditionLink(
  trx: Transaction<Database>,
  actor: Actor,
  link: {
    condition: LockedCondition
    quote?: string | undefined
    threadId?: string | undefined
    decisionId?: string | undefined
    mandateId: string
  },
): Promise<void> {
  const { condition, quote, threadId, decisionId, mandateId } = link
  const common = { conditionId: condition.id, mandateId }
  if (quote) {
    const { documentId } = condition
    const version = await freezeVersion(
      trx,
      { ...actor, mandate: { id: mandateId } },
      { documentId, reason: 'position' },
    )
    const { text } = await readContent(trx, documentId)
    if (!oneSpaced(text).includes(oneSpaced(quote))) throw new DomainError('invalid', 'not-in-text', 'quote')
    await trx
      .insertInto('conditionLink')
      .values({ ...common, quote, documentVersionId: version.id })
      .execute()
  }
  if (threadId) {
    const thread = await trx
      .selectFrom('discussionThread')
      .select('id')
      .where('id', '=', threadId)
      .where('subjectType', '=', 'measure')
      .where('subjectId', '=', condition.measureId)
      .executeTakeFirst()
    if (!thread) throw new DomainError('not-found', 'choose-one', 'threadId')
    await trx
      .insertInto('conditionLink')
      .values({ ...common, threadId })
      .execute()
  }
  if (decisionId) {
    const decision = await trx
      .selectFrom('decision')
      .select('id')
      .where('id', '=', decisionId)
      .where('groupId', '=', actor.groupId)
      .executeTakeFirst()
    if (!decision) throw new DomainError('not-found', 'choose-one', 'decisionId')
    await trx
      .insertInto('conditionLink')
      .values({ ...common, decisionId })
      .execute()
  }
}

const oneSpaced = (text: string) => text.replace(/\s+/g, ' ').trim()
