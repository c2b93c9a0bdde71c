import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readActor } from '../auth/read-actor'
import { textAccess } from '../documents/document-access'
import type { DocumentAccess } from './protocol.shared'
import {
  type CollabServer,
  type CollabSocket,
  documentRoom,
  localSockets,
  personRoom,
  placeRoom,
  sessionRoom,
} from './sockets'

/** How long rights that nobody announced a change of are taken as read, in milliseconds. */
const TRUSTED = 60_000
/** The same while the database cannot announce changes. */
const TRUSTED_BLINDLY = 500

/**
 * Keeps what connections may do in step with mandates and sessions (promise 3). The database announces changes, so a
 * check at every update costs nothing; while it cannot, rights are read again.
 */
export class Rights {
  /** whether changes are announced to us; set by the listener */
  announced = false

  constructor(
    private readonly io: CollabServer,
    private readonly db: Kysely<Database>,
  ) {}

  /** @returns whether the connection still stands for somebody; its actor is then up to date */
  async hold(socket: CollabSocket): Promise<boolean> {
    const { data } = socket
    const now = Date.now()
    const trusted = this.announced ? TRUSTED : TRUSTED_BLINDLY
    if (now < data.checkedAt + trusted && now < data.sessionExpiresAt) return true
    return this.check(socket, 'rights-changed')
  }

  /** A person's mandates or account changed. */
  async personChanged(personId: string): Promise<void> {
    await this.checkAll(localSockets(this.io, personRoom(personId)))
  }

  /** A session was ended. */
  async sessionEnded(sessionId: string): Promise<void> {
    await this.checkAll(localSockets(this.io, sessionRoom(sessionId)))
  }

  /** Mandates end with the day, sessions at any moment, and notices may have been missed. */
  async everybody(): Promise<void> {
    await this.checkAll([...this.io.sockets.sockets.values()])
  }

  private async checkAll(sockets: CollabSocket[]): Promise<void> {
    for (const socket of sockets) if (socket.connected) await this.check(socket, 'rights-changed')
  }

  private async check(socket: CollabSocket, reason: string): Promise<boolean> {
    const { data } = socket
    const session = await this.db
      .selectFrom('session')
      .select('expiresAt')
      .where('id', '=', data.sessionId)
      .executeTakeFirst()
    const valid = session && session.expiresAt.getTime() > Date.now()
    const actor = valid ? await readActor(this.db, { personId: data.actor.personId, sessionId: data.sessionId }) : null
    data.checkedAt = Date.now()
    if (!session || !actor || actor.groupId !== data.actor.groupId) {
      await this.expel(socket, valid ? reason : 'session-ended')
      return false
    }
    data.sessionExpiresAt = session.expiresAt.getTime()
    data.actor = actor
    const access = textAccess(actor)
    for (const documentId of Object.keys(data.documents)) {
      if (data.documents[documentId] === access) continue
      data.documents[documentId] = access
      socket.emit('document:access', { documentId, access, reason })
    }
    return true
  }

  /** Out of every room first, so that nothing more reaches it; then told why; then gone. */
  private async expel(socket: CollabSocket, reason: string): Promise<void> {
    const { data } = socket
    const rooms = [
      ...Object.keys(data.documents).map(documentRoom),
      ...data.places.map(place => placeRoom(data.actor.groupId, place)),
    ]
    for (const room of rooms) await socket.leave(room)
    for (const documentId of Object.keys(data.documents)) {
      socket.emit('document:access', { documentId, access: 'none' satisfies DocumentAccess | 'none', reason })
    }
    data.documents = {}
    socket.disconnect()
  }
}
