import type { Actor } from '#server/auth/actor.shared'
import type { AppContext } from '#server/context'
import { threadStates } from '#server/discussions/discussion.shared'
import { mayDiscuss } from '#server/discussions/discussion-access.shared'
import { listMarks, listThreads } from '#server/discussions/thread-queries'

/** The discussions of a measure that its address asks for, and what is marked in its text. */
export async function readDiscussion(
  { db }: AppContext,
  actor: Actor,
  { measureId, documentId, search }: { measureId: string; documentId: string; search: URLSearchParams },
) {
  const state = threadStates.find(state => state === search.get('discussion')) ?? 'open'
  const sectorId = search.get('sector')
  const threadId = search.get('thread')
  const page = Math.max(1, Math.trunc(Number(search.get('page'))) || 1)
  const asked = { state, page, ...(sectorId && { sectorId }), ...(threadId && { threadId }) }
  const [threads, marks] = await Promise.all([listThreads(db, actor, measureId, asked), listMarks(db, documentId)])
  return { ...threads, marks, canDiscuss: mayDiscuss(actor) }
}

export type MeasureDiscussion = Awaited<ReturnType<typeof readDiscussion>>
