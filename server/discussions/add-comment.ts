import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { AddCommentInput } from './discussion.shared'
import { mayDiscuss } from './discussion-access.shared'
import { topicsOf } from './find-subject'
import { lockThread } from './lock-thread'
import { writeComment } from './write-comment'

/**
 * Answers in a discussion, also in one that is closed: that does not open it.
 * @returns the comment's id
 * @throws DomainError `not-found`; `forbidden`
 */
export async function addComment(
  trx: Transaction<Database>,
  actor: Actor,
  { threadId, text }: AddCommentInput,
): Promise<string> {
  const thread = await lockThread(trx, actor, threadId)
  if (!mayDiscuss(actor)) throw new DomainError('forbidden')
  const id = await writeComment(trx, actor, { threadId, text })
  await recordActivity(trx, actor, {
    verb: 'comment.added',
    subjectType: thread.subjectType,
    subjectId: thread.subjectId,
    topics: topicsOf(thread),
    after: { threadId, commentId: id },
  })
  return id
}
