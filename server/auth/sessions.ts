import type { Kysely } from 'kysely'
import { Lucia, TimeSpan } from 'lucia'
import type { Database } from '#db/schema/index'
import type { Env } from '../env'
import { sessionAdapter } from './session-adapter'
import { hashToken } from './token'

export const sessionCookieName = 'samenspraak_session'

export interface OpenSession {
  /** the hash under which it is stored */
  sessionId: string
  personId: string
  expiresAt: Date
  /** its life was just lengthened: `cookie` is to be sent along */
  fresh: boolean
  cookie?: string
}

/** Cookies are the values of a `Set-Cookie` header; a session id is the stored hash, never what the cookie carries. */
export interface Sessions {
  /** @returns null when the cookie is missing, unknown or expired, and for a person who was disabled */
  read(cookieHeader: string | undefined): Promise<OpenSession | null>
  create(personId: string): Promise<{ cookie: string }>
  /** Ends one session (unknown: nothing to end); the cookie to answer with empties the browser's. */
  end(sessionId: string): Promise<{ cookie: string }>
  /** Ends every session of a person, on all their devices. */
  endAll(personId: string): Promise<void>
}

/**
 * Sessions of thirty days, renewed for another thirty once half of that is over. The one place that knows Lucia.
 * @param options.secure whether browsers may send the cookie over https only: `needsSecureCookie(env)`
 */
export function createSessions(db: Kysely<Database>, { secure }: { secure: boolean }): Sessions {
  const lucia = new Lucia(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: sessionCookieName, attributes: { secure, sameSite: 'lax', path: '/' } },
  })
  const cookieFor = (id: string) => lucia.createSessionCookie(id).serialize()

  return {
    async read(cookieHeader) {
      const id = readSessionToken(cookieHeader)
      if (!id) return null
      const { session } = await lucia.validateSession(id)
      if (!session) return null
      const { userId: personId, expiresAt, fresh } = session
      return { sessionId: hashToken(id), personId, expiresAt, fresh, ...(fresh && { cookie: cookieFor(id) }) }
    },

    async create(personId) {
      await lucia.deleteExpiredSessions()
      const session = await lucia.createSession(personId, {})
      return { cookie: cookieFor(session.id) }
    },

    async end(sessionId) {
      await db.deleteFrom('session').where('id', '=', sessionId).execute()
      return { cookie: lucia.createBlankSessionCookie().serialize() }
    },

    endAll: personId => lucia.invalidateUserSessions(personId),
  }
}

/**
 * @returns what the session's cookie carries; its hash is the session's id.
 * Lucia's own reader decodes every cookie, and throws at one that another program on this host made badly.
 */
export function readSessionToken(header = ''): string | undefined {
  const pairs = header.split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(`${sessionCookieName}=`))?.slice(sessionCookieName.length + 1)
}

/**
 * Whether the session cookie is for https only: when people reach this server by an https address, or, when no address was told,
 * when it runs in production behind a proxy. Plain http on localhost or a local network goes on working.
 */
export function needsSecureCookie(env: Pick<Env, 'mode' | 'publicUrl' | 'trustProxy'>): boolean {
  if (env.publicUrl) return env.publicUrl.startsWith('https:')
  return env.mode === 'production' && env.trustProxy > 0
}
