import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { DeclineProposalInput, ThreadInput } from './discussion.shared'
import { maySettleProposal, mayWithdrawProposal } from './discussion-access.shared'
import { topicsOf } from './find-subject'
import { lockProposal } from './lock-thread'
import { step } from './resolve-thread'

/**
 * Declines proposed wording, with a reason that everybody reads; that closes the discussion.
 * @throws DomainError `not-found`; `forbidden` for who may not write in the text; `conflict` `proposal-settled`
 */
export async function declineProposal(
  trx: Transaction<Database>,
  actor: Actor,
  { threadId, reason }: DeclineProposalInput,
): Promise<void> {
  const thread = await lockProposal(trx, actor, threadId)
  if (!maySettleProposal(actor)) throw new DomainError('forbidden')
  await settle(trx, actor, { threadId, state: 'declined', reason })
  await recordActivity(trx, actor, {
    verb: 'proposal.declined',
    subjectType: thread.subjectType,
    subjectId: thread.subjectId,
    topics: topicsOf(thread, true),
    after: { threadId, reason },
  })
}

/**
 * Takes a proposal of one's own back; that closes the discussion.
 * @throws DomainError `not-found`; `forbidden` for who did not make it; `conflict` `proposal-settled`
 */
export async function withdrawProposal(
  trx: Transaction<Database>,
  actor: Actor,
  { threadId }: ThreadInput,
): Promise<void> {
  const thread = await lockProposal(trx, actor, threadId)
  if (!mayWithdrawProposal(actor, thread)) throw new DomainError('forbidden')
  await settle(trx, actor, { threadId, state: 'withdrawn' })
  await recordActivity(trx, actor, {
    verb: 'proposal.withdrawn',
    subjectType: thread.subjectType,
    subjectId: thread.subjectId,
    topics: topicsOf(thread, true),
    after: { threadId },
  })
}

/** Writes down what became of a proposal, and closes its thread; the caller has checked who may, and holds it. */
export async function settle(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'mandate'>,
  outcome: {
    threadId: string
    state: 'accepted' | 'declined' | 'withdrawn'
    reason?: string
    onto?: string
    seq?: number | null
  },
): Promise<void> {
  const { threadId, ...values } = outcome
  await trx
    .updateTable('wordingProposal')
    .set({ ...values, settledBy: actor.mandate.id, settledAt: sql`clock_timestamp()` })
    .where('threadId', '=', threadId)
    .execute()
  await step(trx, actor, { threadId, kind: 'resolved' })
}
