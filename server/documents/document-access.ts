import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { isEditor, isParticipant } from '../auth/role-access.shared'

/**
 * What somebody may do in a text of their own group: editors write, who takes part comments, observers read. Nobody writes in
 * a text that is closed, such as the minutes of an item once these are approved.
 */
export function textAccess(
  actor: Pick<Actor, 'mandates'>,
  text: { isClosed: boolean } = { isClosed: false },
): 'write' | 'comment' | 'read' {
  if (isEditor(actor) && !text.isClosed) return 'write'
  return isParticipant(actor) ? 'comment' : 'read'
}

/**
 * Looks a document up for a page; sockets ask `DocumentLookup`, since many come at once.
 * @returns where its log ends and what they may do; undefined when there is none that they may see
 */
export async function findDocument(
  db: Kysely<Database>,
  actor: Pick<Actor, 'mandates' | 'groupId'>,
  documentId: string,
) {
  const document = await db
    .selectFrom('document')
    .select(['seq', 'closedAt'])
    .where('id', '=', documentId)
    .where('groupId', '=', actor.groupId)
    .executeTakeFirst()
  return document && { seq: document.seq, access: textAccess(actor, { isClosed: document.closedAt !== null }) }
}
