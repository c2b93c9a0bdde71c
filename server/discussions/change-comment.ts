import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { EditCommentInput, RemoveCommentInput } from './discussion.shared'
import { mayChangeComment } from './discussion-access.shared'
import { topicsOf } from './find-subject'
import { writeMentions } from './write-comment'

/**
 * Changes a comment of one's own; what it said before stays to be read.
 * @throws DomainError `not-found`, also for one that was taken away; `forbidden`
 */
export async function editComment(
  trx: Transaction<Database>,
  actor: Actor,
  { commentId, text }: EditCommentInput,
): Promise<void> {
  const comment = await lockOwn(trx, actor, commentId)
  if (comment.text === text) return
  await keepEarlier(trx, comment)
  await trx
    .updateTable('discussionComment')
    .set({ text, editedAt: sql`clock_timestamp()` })
    .where('id', '=', commentId)
    .execute()
  await writeMentions(trx, actor, { commentId, text })
  await recordChange(trx, actor, { verb: 'comment.edited', comment })
}

/**
 * Takes a comment of one's own away: that there was one stays to be seen, what it said only in the database.
 * @throws DomainError `not-found`, also for one that was taken away already; `forbidden`
 */
export async function removeComment(
  trx: Transaction<Database>,
  actor: Actor,
  { commentId }: RemoveCommentInput,
): Promise<void> {
  const comment = await lockOwn(trx, actor, commentId)
  await keepEarlier(trx, comment)
  await trx
    .updateTable('discussionComment')
    .set({ text: '', removedAt: sql`clock_timestamp()` })
    .where('id', '=', commentId)
    .execute()
  await writeMentions(trx, actor, { commentId, text: '' })
  await recordChange(trx, actor, { verb: 'comment.removed', comment })
}

async function lockOwn(trx: Transaction<Database>, actor: Actor, commentId: string) {
  const comment = await trx
    .selectFrom('discussionComment')
    .innerJoin('discussionThread', 'discussionThread.id', 'discussionComment.threadId')
    .innerJoin('mandate', 'mandate.id', 'discussionComment.mandateId')
    .select(['discussionComment.id', 'discussionComment.text', 'threadId', 'subjectType', 'subjectId'])
    .select('mandate.personId')
    .where('discussionComment.id', '=', commentId)
    .where('discussionComment.removedAt', 'is', null)
    .where('discussionThread.groupId', '=', actor.groupId)
    .forUpdate('discussionComment')
    .executeTakeFirst()
  if (!comment) throw new DomainError('not-found')
  if (!mayChangeComment(actor, comment)) throw new DomainError('forbidden')
  return comment
}

type OwnComment = Awaited<ReturnType<typeof lockOwn>>

const keepEarlier = (trx: Transaction<Database>, { id, text }: OwnComment) =>
  trx.insertInto('discussionCommentEarlier').values({ commentId: id, text }).execute()

const recordChange = (
  trx: Transaction<Database>,
  actor: Actor,
  { verb, comment }: { verb: string; comment: OwnComment },
) =>
  recordActivity(trx, actor, {
    verb,
    subjectType: comment.subjectType,
    subjectId: comment.subjectId,
    topics: topicsOf(comment),
    after: { threadId: comment.threadId, commentId: comment.id },
  })
