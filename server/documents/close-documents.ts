import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'

/**
 * Closes texts: from then on nobody writes in them, not even who has them open. The caller has checked that the actor may, and
 * records an activity under the topics that come back, by which sockets hear of it.
 * @returns a topic for each text
 */
export async function closeDocuments(trx: Transaction<Database>, documentIds: string[]): Promise<string[]> {
  return change(trx, documentIds, sql`coalesce(closed_at, now())`)
}

/** Opens texts again that were closed; the same holds. @returns a topic for each text */
export async function reopenDocuments(trx: Transaction<Database>, documentIds: string[]): Promise<string[]> {
  return change(trx, documentIds, sql`null`)
}

/** @returns whether nobody may write in a text any more */
export async function isClosed(db: Kysely<Database>, documentId: string): Promise<boolean> {
  const document = await db.selectFrom('document').select('closedAt').where('id', '=', documentId).executeTakeFirst()
  return document?.closedAt != null
}

async function change(trx: Transaction<Database>, documentIds: string[], closedAt: ReturnType<typeof sql>) {
  if (documentIds.length === 0) return []
  await sql`
    update document set closed_at = ${closedAt} where id in (
      select id from document where id = any(${documentIds}::uuid[]) order by id for update
    )`.execute(trx)
  return documentIds.map(id => `document:${id}`)
}
