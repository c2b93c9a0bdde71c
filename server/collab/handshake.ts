import type { IncomingMessage } from 'node:http'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readActor } from '../auth/read-actor'
import type { Sessions } from '../auth/sessions'
import { isSameOrigin } from '../origin'
import { type CollabServer, personRoom, sessionRoom } from './sockets'

interface Identity {
  db: Kysely<Database>
  sessions: Sessions
  publicUrl: string | undefined
}

/**
 * Lets only signed-in people with a mandate in, from pages of this server. The refusal's message is its code:
 * `forbidden` for a foreign origin, `unauthenticated` without a session or mandate, `unavailable` when it cannot be told.
 */
export function authenticate(io: CollabServer, { db, sessions, publicUrl }: Identity): void {
  io.engine.opts.allowRequest = (request: IncomingMessage, decide: (error: string | null, ok: boolean) => void) =>
    isSameOrigin(request.headers, publicUrl) ? decide(null, true) : decide('forbidden', false)

  io.use(async (socket, next) => {
    try {
      const session = await sessions.read(socket.request.headers.cookie)
      const actor = session && (await readActor(db, session))
      if (!actor) return next(new Error('unauthenticated'))
      socket.data.actor = actor
      socket.data.sessionId = session.sessionId
      socket.data.sessionExpiresAt = session.expiresAt.getTime()
      socket.data.checkedAt = Date.now()
      socket.data.documents = {}
      socket.data.places = []
      await socket.join([personRoom(actor.personId), sessionRoom(session.sessionId)])
      next()
    } catch (error) {
      console.error('a socket could not be authenticated:', error)
      next(new Error('unavailable'))
    }
  })
}
