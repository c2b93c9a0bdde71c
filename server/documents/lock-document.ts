import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { DomainError } from '../errors'

/**
 * Holds a text as it is: nobody can write in it until the transaction ends.
 * @returns where its log ends, the record that it belongs to, and since when nobody may write in it
 * @throws DomainError `not-found` when there is no such document in the actor's group
 */
export async function lockDocument(trx: Transaction<Database>, actor: { groupId: string }, documentId: string) {
  const document = await trx
    .selectFrom('document')
    .select(['id', 'seq', 'subjectType', 'subjectId', 'closedAt'])
    .where('id', '=', documentId)
    .where('groupId', '=', actor.groupId)
    .forUpdate()
    .executeTakeFirst()
  if (!document) throw new DomainError('not-found')
  return document
}

/** The pages that show a text: an activity about it names them. */
export const topicsOfText = ({ subjectType, subjectId }: { subjectType: string; subjectId: string }) => [
  `${subjectType}:${subjectId}`,
  `${subjectType}s`,
]
