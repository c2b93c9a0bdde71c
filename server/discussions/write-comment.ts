import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { namesIn } from './comment-text.shared'
import { whoIsCalled } from './mention-names'

/** Adds a comment to a thread, with whom it calls by name. What it means for the record is for the caller to say. */
export async function writeComment(
  trx: Transaction<Database>,
  actor: Actor,
  { threadId, text }: { threadId: string; text: string },
): Promise<string> {
  const { id } = await trx
    .insertInto('discussionComment')
    .values({ threadId, text, mandateId: actor.mandate.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeMentions(trx, actor, { commentId: id, text })
  return id
}

/** Writes down whom a comment calls by name, in place of whom it called before. */
export async function writeMentions(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'groupId'>,
  { commentId, text }: { commentId: string; text: string },
): Promise<void> {
  await trx.deleteFrom('discussionMention').where('commentId', '=', commentId).execute()
  const called = await whoIsCalled(trx, actor, namesIn(text))
  if (called.length === 0) return
  await trx
    .insertInto('discussionMention')
    .values(called.map(one => ({ commentId, ...one })))
    .execute()
}
