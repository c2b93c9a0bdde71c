import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { appendEdit } from '../documents/append-edit'
import { loadClientOwners } from '../documents/load-state'
import { lockDocument, topicsOfText } from '../documents/lock-document'
import { recordMoves } from '../documents/record-moves'
import { unusedClientId } from '../documents/unused-client-id'
import { DomainError } from '../errors'
import { carryMarks } from './carry-marks'
import type { AcceptProposalInput } from './discussion.shared'
import { maySettleProposal } from './discussion-access.shared'
import { lockProposal } from './lock-thread'
import { findPassage } from './passage.shared'
import { replaceWords } from './replace-words'
import { settle } from './settle-proposal'
import { readMap } from './text-now'

/**
 * Takes proposed wording over: the text is edited as the words of who proposed them, in the transaction that settles the
 * proposal. Words that stay keep their authors and what is said about them, also where they come in another paragraph. Nodes
 * hear of it by the topic `document:<id>`.
 * @param input `onto`: what the editor saw that the passage says now, which is what is replaced
 * @throws DomainError `not-found`; `forbidden` for who may not write in the text; `conflict` `proposal-settled`; `conflict`
 *   `passage-changed` when it says something else; `conflict` `passage-gone` when nothing of it stands; `conflict`
 *   `other-lines` when code stands among its paragraphs and the proposal has other lines
 */
export async function acceptProposal(
  trx: Transaction<Database>,
  actor: Actor,
  { threadId, onto }: AcceptProposalInput,
): Promise<void> {
  const thread = await lockProposal(trx, actor, threadId)
  if (!maySettleProposal(actor)) throw new DomainError('forbidden')
  const document = await lockDocument(trx, actor, thread.documentId)
  const seq = await takeOver(trx, { ...thread, onto, afterSeq: document.seq })
  await settle(trx, actor, { threadId, state: 'accepted', onto, seq })
  await recordActivity(trx, actor, {
    verb: 'proposal.accepted',
    subjectType: document.subjectType,
    subjectId: document.subjectId,
    topics: [...topicsOfText(document), `document:${thread.documentId}`],
    before: { passage: onto },
    after: { threadId, passage: thread.replacement, personId: thread.personId, seq },
  })
}

type Taken = Awaited<ReturnType<typeof lockProposal>> & { onto: string; afterSeq: number }

/** @returns the edit's position in the log; null where the passage says so already */
async function takeOver(
  trx: Transaction<Database>,
  { documentId, words, quote, replacement, onto, afterSeq, personId, openedBy }: Taken,
): Promise<number | null> {
  const { doc, map } = await readMap(trx, documentId)
  try {
    const passage = findPassage(map, { words, quote })
    if (!passage) throw new DomainError('conflict', 'passage-gone')
    if (passage.text !== onto) throw new DomainError('conflict', 'passage-changed')
    if (onto === replacement) return null
    const clientId = unusedClientId(doc, await loadClientOwners(trx, documentId))
    doc.clientID = clientId
    const { update, moved } = replaceWords(doc, map, passage, replacement)
    const proposer = { personId, mandate: { id: openedBy } }
    const seq = await appendEdit(trx, proposer, { documentId, afterSeq, update, clientId })
    await recordMoves(trx, { documentId, clientId, moved })
    await carryMarks(trx, { documentId, moved })
    return seq
  } finally {
    doc.destroy()
  }
}
