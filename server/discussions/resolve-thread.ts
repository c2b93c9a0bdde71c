import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { ThreadInput } from './discussion.shared'
import { mayResolveThread } from './discussion-access.shared'
import { topicsOf } from './find-subject'
import { lockThread } from './lock-thread'

/**
 * Closes a discussion. Closing what is closed does nothing.
 * @throws DomainError `not-found`; `forbidden` for who did not begin it and is no editor; `conflict` `proposal-open` while
 *   nobody said what becomes of the wording that it proposes
 */
export async function resolveThread(
  trx: Transaction<Database>,
  actor: Actor,
  { threadId }: ThreadInput,
): Promise<void> {
  const thread = await lockThread(trx, actor, threadId)
  if (!mayResolveThread(actor, thread)) throw new DomainError('forbidden')
  if (thread.state === 'open') throw new DomainError('conflict', 'proposal-open')
  if (thread.resolvedAt) return
  await step(trx, actor, { threadId, kind: 'resolved' })
  await recordActivity(trx, actor, {
    verb: 'thread.resolved',
    subjectType: thread.subjectType,
    subjectId: thread.subjectId,
    topics: topicsOf(thread, true),
    after: { threadId },
  })
}

/**
 * Opens a closed discussion again. Opening what is open does nothing.
 * @throws DomainError `not-found`; `forbidden` for who did not begin it and is no editor
 */
export async function reopenThread(trx: Transaction<Database>, actor: Actor, { threadId }: ThreadInput): Promise<void> {
  const thread = await lockThread(trx, actor, threadId)
  if (!mayResolveThread(actor, thread)) throw new DomainError('forbidden')
  if (!thread.resolvedAt) return
  await step(trx, actor, { threadId, kind: 'reopened' })
  await recordActivity(trx, actor, {
    verb: 'thread.reopened',
    subjectType: thread.subjectType,
    subjectId: thread.subjectId,
    topics: topicsOf(thread, true),
    after: { threadId },
  })
}

/** Writes down that a thread was closed or opened; the caller has checked who may, and holds it. */
export async function step(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'mandate'>,
  { threadId, kind }: { threadId: string; kind: 'resolved' | 'reopened' },
): Promise<void> {
  await trx.insertInto('discussionStep').values({ threadId, kind, mandateId: actor.mandate.id }).execute()
  await trx
    .updateTable('discussionThread')
    .set({ resolvedAt: kind === 'resolved' ? sql`clock_timestamp()` : null })
    .where('id', '=', threadId)
    .execute()
}
