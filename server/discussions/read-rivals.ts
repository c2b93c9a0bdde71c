import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { Thread } from './discussion.shared'
import { readThreads } from './read-threads'
import { overlap } from './rivals.shared'

/**
 * Reads the open proposals about the words that a thread is about, the oldest first. The caller has checked that the reader
 * may see the measure.
 */
export async function readRivals(
  db: Kysely<Database>,
  actor: Actor,
  { measureId, threadId }: { measureId: string; threadId: string },
): Promise<Thread[]> {
  if (!z.guid().safeParse(threadId).success) return []
  const rows = await db
    .selectFrom('discussionThread')
    .innerJoin('wordingProposal', 'wordingProposal.threadId', 'discussionThread.id')
    .select(['discussionThread.id', 'words', 'wordingProposal.state'])
    .where('subjectType', '=', 'measure')
    .where('subjectId', '=', measureId)
    .where(eb => eb.or([eb('wordingProposal.state', '=', 'open'), eb('discussionThread.id', '=', threadId)]))
    .orderBy('openedAt')
    .execute()
  const words = rows.find(row => row.id === threadId)?.words
  if (!words) return []
  const ids = rows.filter(row => row.state === 'open' && row.words && overlap(row.words, words)).map(row => row.id)
  return readThreads(db, actor, { measureId, ids })
}
