import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from './actor.shared'
import { readActors } from './read-actor'

/** What a session stands for now: somebody, nothing any more, or somebody without a mandate that holds today. */
export type Standing = { actor: Actor; expiresAt: Date } | 'no-session' | 'no-mandate'

/**
 * Reads what sessions stand for, in two queries however many there are; it lengthens no session's life.
 * @param sessionIds as stored (hashes)
 * @returns the standing of each, in order
 */
export async function readStandings(db: Kysely<Database>, sessionIds: string[]): Promise<Standing[]> {
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'userId', 'expiresAt'])
    .where('id', 'in', sessionIds)
    .where('expiresAt', '>', new Date())
    .execute()
  const actors = await readActors(db, [...new Set(sessions.map(session => session.userId))])
  const byId = new Map(sessions.map(session => [session.id, session]))
  return sessionIds.map(sessionId => {
    const session = byId.get(sessionId)
    if (!session) return 'no-session'
    const actor = actors.get(session.userId)
    return actor ? { actor: { ...actor, sessionId }, expiresAt: session.expiresAt } : 'no-mandate'
  })
}
