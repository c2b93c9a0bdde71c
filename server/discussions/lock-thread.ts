import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads a thread of the actor's group, with its proposal, and keeps others from changing it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockThread(trx: Transaction<Database>, actor: Pick<Actor, 'groupId'>, threadId: string) {
  const thread = await trx
    .selectFrom('discussionThread')
    .innerJoin('mandate', 'mandate.id', 'discussionThread.openedBy')
    .leftJoin('wordingProposal', 'wordingProposal.threadId', 'discussionThread.id')
    .select(['discussionThread.id', 'subjectType', 'subjectId', 'documentId', 'words', 'quote', 'resolvedAt'])
    .select(['openedBy', 'mandate.personId', 'replacement', 'wordingProposal.state'])
    .where('discussionThread.id', '=', threadId)
    .where('discussionThread.groupId', '=', actor.groupId)
    .forUpdate('discussionThread')
    .executeTakeFirst()
  if (!thread) throw new DomainError('not-found')
  return thread
}

/** The same for a thread in which somebody proposes wording, and nobody settled that. @throws also `conflict` `proposal-settled` */
export async function lockProposal(trx: Transaction<Database>, actor: Pick<Actor, 'groupId'>, threadId: string) {
  const { state, replacement, words, documentId, ...thread } = await lockThread(trx, actor, threadId)
  if (state === null || replacement === null || !words || !documentId) throw new DomainError('not-found')
  if (state !== 'open') throw new DomainError('conflict', 'proposal-settled')
  return { ...thread, words, documentId, replacement }
}
