import type { IncomingMessage } from 'node:http'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readStandings, type Standing } from '../auth/read-standings'
import { readSessionToken } from '../auth/sessions'
import { hashToken } from '../auth/token'
import { Batching } from '../batching'
import { isSameOrigin } from '../origin'
import { type CollabServer, personRoom, sessionRoom } from './sockets'

interface Identity {
  db: Kysely<Database>
  publicUrl: string | undefined
}

/**
 * Lets only signed-in people with a mandate in, from pages of this server. The refusal's message is its code:
 * `forbidden` for a foreign origin, `unauthenticated` without a session, `no-mandate` for who has one and acts for nobody today,
 * `unavailable` when it cannot be told.
 */
export function authenticate(io: CollabServer, { db, publicUrl }: Identity): void {
  io.engine.opts.allowRequest = (request: IncomingMessage, decide: (error: string | null, ok: boolean) => void) =>
    isSameOrigin(request.headers, publicUrl) ? decide(null, true) : decide('forbidden', false)

  // Everybody comes at the same moment after a restart.
  const standings = new Batching<string, Standing | 'unavailable'>(
    sessionIds => readStandings(db, sessionIds),
    (_, error) => {
      console.error('a socket could not be authenticated:', error)
      return 'unavailable'
    },
  )

  io.use(async (socket, next) => {
    const token = readSessionToken(socket.request.headers.cookie)
    const standing = token ? await standings.submit(hashToken(token)) : 'no-session'
    if (standing === 'unavailable') return next(new Error('unavailable'))
    if (standing === 'no-session') return next(new Error('unauthenticated'))
    if (standing === 'no-mandate') return next(new Error('no-mandate'))
    const { actor, expiresAt } = standing
    socket.data.actor = actor
    socket.data.sessionId = actor.sessionId
    socket.data.sessionExpiresAt = expiresAt.getTime()
    socket.data.checkedAt = Date.now()
    socket.data.documents = {}
    socket.data.closed = {}
    socket.data.places = []
    await socket.join([personRoom(actor.personId), sessionRoom(actor.sessionId)])
    next()
  })
}
