import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { beginThread } from './begin-thread'
import type { OpenThreadInput } from './discussion.shared'
import { mayDiscuss } from './discussion-access.shared'
import { findSubject, topicsOf } from './find-subject'
import { writeComment } from './write-comment'

/**
 * Begins a discussion of a passage of a measure's text, or of the measure as a whole. Nothing is written in the text.
 * @returns the thread's id
 * @throws DomainError `not-found`; `forbidden`; `conflict` `passage-unknown`, `passage-changed` (see `beginThread`)
 */
export async function openThread(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, passage, text }: OpenThreadInput,
): Promise<string> {
  const subject = await findSubject(trx, actor, measureId)
  if (!mayDiscuss(actor)) throw new DomainError('forbidden')
  const threadId = await beginThread(trx, actor, { subject, passage })
  await writeComment(trx, actor, { threadId, text })
  await recordActivity(trx, actor, {
    verb: 'thread.opened',
    subjectType: subject.subjectType,
    subjectId: subject.subjectId,
    topics: topicsOf(subject, true),
    after: { threadId, ...(passage && { quote: passage.quote }) },
  })
  return threadId
}
