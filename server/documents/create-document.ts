import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { DocumentSubject } from '#db/schema/vocabulary'

/**
 * Makes the empty text of a record. It has no activity of its own: the record that it belongs to has.
 * @returns the document's id
 */
export async function createDocument(
  trx: Transaction<Database>,
  input: { groupId: string; subjectType: DocumentSubject; subjectId: string },
): Promise<string> {
  const { id } = await trx.insertInto('document').values(input).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Makes the empty texts of several records of one kind; the same holds. */
export async function createDocuments(
  trx: Transaction<Database>,
  { subjectIds, ...input }: { groupId: string; subjectType: DocumentSubject; subjectIds: string[] },
): Promise<void> {
  if (subjectIds.length === 0) return
  const rows = subjectIds.map(subjectId => ({ ...input, subjectId }))
  await trx.insertInto('document').values(rows).execute()
}
