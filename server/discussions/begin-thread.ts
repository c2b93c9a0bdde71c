import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { LONGEST_PASSAGE, type OpenThreadInput } from './discussion.shared'
import type { findSubject } from './find-subject'
import { resolveMark } from './passage.shared'
import { readMap } from './text-now'

type Subject = Awaited<ReturnType<typeof findSubject>>

/**
 * Makes a thread, still without a word said in it.
 * @throws DomainError `conflict` `passage-unknown` when the passage is not (yet) in the text; `conflict` `passage-changed` when
 *   it says something else than the reader saw
 */
export async function beginThread(
  trx: Transaction<Database>,
  actor: Actor,
  { subject, passage }: { subject: Subject; passage?: OpenThreadInput['passage'] },
): Promise<string> {
  const { subjectType, subjectId, documentId } = subject
  const { id } = await trx
    .insertInto('discussionThread')
    .values({
      ...{ groupId: actor.groupId, subjectType, subjectId, openedBy: actor.mandate.id },
      ...(passage && (await anchorIn(trx, documentId, passage))),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What is kept of a passage. Which characters lie in it is looked up here: the browser only says where it begins and ends. */
async function anchorIn(
  trx: Transaction<Database>,
  documentId: string,
  { from, to, quote }: NonNullable<OpenThreadInput['passage']>,
) {
  const { doc, map } = await readMap(trx, documentId)
  try {
    const found = resolveMark(doc, map, from, to)
    if (!found) throw new DomainError('conflict', 'passage-unknown')
    if (found.text !== quote) throw new DomainError('conflict', 'passage-changed')
    if (found.text.length > LONGEST_PASSAGE) throw new DomainError('invalid', 'passage-too-long')
    const words = JSON.stringify(map.rangesOf(found))
    return { documentId, anchorFrom: Buffer.from(from), anchorTo: Buffer.from(to), words, quote }
  } finally {
    doc.destroy()
  }
}
