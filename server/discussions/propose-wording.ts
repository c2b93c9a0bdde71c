import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { beginThread } from './begin-thread'
import type { ProposeWordingInput } from './discussion.shared'
import { mayDiscuss } from './discussion-access.shared'
import { findSubject, topicsOf } from './find-subject'
import { writeComment } from './write-comment'

/**
 * Proposes other words for a passage, each line a paragraph, which may be more or fewer than it has: an empty line between
 * them is none. An editor takes them over or declines them.
 * @returns the id of the thread that carries the proposal
 * @throws DomainError `not-found`; `forbidden`; `invalid` `same-words`; `conflict` `passage-unknown`,
 *   `passage-changed` (see `beginThread`)
 */
export async function proposeWording(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, passage, text, ...proposed }: ProposeWordingInput,
): Promise<string> {
  const subject = await findSubject(trx, actor, measureId)
  if (!mayDiscuss(actor)) throw new DomainError('forbidden')
  const replacement = asParagraphs(proposed.replacement, passage.quote)
  if (replacement === passage.quote) throw new DomainError('invalid', 'same-words', 'replacement')
  const threadId = await beginThread(trx, actor, { subject, passage })
  await trx.insertInto('wordingProposal').values({ threadId, replacement }).execute()
  if (text) await writeComment(trx, actor, { threadId, text })
  await recordActivity(trx, actor, {
    verb: 'proposal.made',
    subjectType: subject.subjectType,
    subjectId: subject.subjectId,
    topics: topicsOf(subject, true),
    before: { passage: passage.quote },
    after: { threadId, passage: replacement },
  })
  return threadId
}

/** Who types paragraphs leaves lines empty between them; a passage of which some were empty already keeps those. */
const asParagraphs = (typed: string, quote: string) =>
  linesOf(typed) === linesOf(quote) ? typed : typed.replace(/\n{2,}/g, '\n').replace(/^\n|\n$/g, '')

const linesOf = (text: string) => text.split('\n').length
