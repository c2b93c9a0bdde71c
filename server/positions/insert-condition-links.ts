import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { freezeVersion } from '../documents/freeze-version'
import { readContent } from '../documents/read-content'
import { DomainError } from '../errors'
import type { WhatMeetsIt } from './condition.shared'
import type { LockedCondition } from './take-condition-step'

interface Links extends WhatMeetsIt {
  condition: LockedCondition
  mandateId: string
}

/**
 * Keeps what meets a condition. A passage is kept with a frozen version of the text that it stands in; what it was pointed at
 * with already is not kept twice.
 * @throws DomainError `invalid` `not-in-text` (`quote`) when the text does not say that; `not-found` `choose-one` with the field
 *   for a discussion about another record, and for a decision, an effect or an action of another group
 */
export async function insertConditionLinks(
  trx: Transaction<Database>,
  actor: Actor,
  { condition, mandateId, quote, ...records }: Links,
): Promise<void> {
  if (quote) await insertPassage(trx, actor, { condition, mandateId, quote })
  const found = lookUps(trx, actor, condition)
  for (const field of Object.keys(found) as (keyof typeof found)[]) {
    const id = records[field]
    if (!id) continue
    if (!(await found[field](id).executeTakeFirst())) throw new DomainError('not-found', 'choose-one', field)
    const link = { conditionId: condition.id, [field]: id }
    const standing = await trx
      .selectFrom('conditionLink')
      .select('id')
      .where(eb => eb.and(link))
      .executeTakeFirst()
    if (!standing)
      await trx
        .insertInto('conditionLink')
        .values({ ...link, mandateId })
        .execute()
  }
}

async function insertPassage(
  trx: Transaction<Database>,
  actor: Actor,
  { condition, mandateId, quote }: { condition: LockedCondition; mandateId: string; quote: string },
) {
  const { id: conditionId, documentId } = condition
  const author = { ...actor, mandate: { id: mandateId } }
  const version = await freezeVersion(trx, author, { documentId, reason: 'position' })
  const { text } = await readContent(trx, documentId)
  if (!oneSpaced(text).includes(oneSpaced(quote))) throw new DomainError('invalid', 'not-in-text', 'quote')
  await trx
    .insertInto('conditionLink')
    .values({ conditionId, quote, documentVersionId: version.id, mandateId })
    .execute()
}

/** Where each of the records must be found. */
const lookUps = (trx: Transaction<Database>, { groupId }: Pick<Actor, 'groupId'>, { measureId }: LockedCondition) => ({
  threadId: (id: string) =>
    trx
      .selectFrom('discussionThread')
      .select('id')
      .where('id', '=', id)
      .where('subjectType', '=', 'measure')
      .where('subjectId', '=', measureId),
  decisionId: (id: string) =>
    trx.selectFrom('decision').select('id').where('id', '=', id).where('groupId', '=', groupId),
  effectId: (id: string) =>
    trx
      .selectFrom('effect')
      .innerJoin('decision', 'decision.id', 'effect.decisionId')
      .select('effect.id')
      .where('effect.id', '=', id)
      .where('decision.groupId', '=', groupId),
  actionItemId: (id: string) =>
    trx.selectFrom('actionItem').select('id').where('id', '=', id).where('groupId', '=', groupId),
})

const oneSpaced = (text: string) => text.replace(/\s+/g, ' ').trim()
