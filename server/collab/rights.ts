import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readStandings, type Standing } from '../auth/read-standings'
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

/** How long rights that nobody announced a change of are taken as read, in milliseconds: they are read once a minute. */
const TRUSTED = 90_000
/** The same while the database cannot announce changes. */
const TRUSTED_BLINDLY = 500

/**
 * Keeps what connections may do in step with mandates and sessions (promise 3). The database announces changes, so a
 * check at every update costs nothing; while it cannot, rights are read again.
 */
export class Rights {
  /** whether changes are announced to us; set by the listener */
  announced = false
  /** connections whose rights are being read: whatever they send meanwhile waits for the same, and keeps its order */
  private readonly reading = new WeakMap<CollabSocket, Promise<boolean>>()

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
    let reading = this.reading.get(socket)
    if (!reading) {
      reading = this.check([socket])
        .then(([holds]) => holds === true)
        .finally(() => this.reading.delete(socket))
      this.reading.set(socket, reading)
    }
    return reading
  }

  /** A person's mandates or account changed. */
  async personChanged(personId: string): Promise<void> {
    await this.check(localSockets(this.io, personRoom(personId)))
  }

  /** A session was ended. */
  async sessionEnded(sessionId: string): Promise<void> {
    await this.check(localSockets(this.io, sessionRoom(sessionId)))
  }

  /** A text was closed, or opened again: who has it open on this node may do less, or more. */
  textChanged(documentId: string, text: { isClosed: boolean }): void {
    for (const socket of localSockets(this.io, documentRoom(documentId))) {
      if (!(documentId in socket.data.documents)) continue
      markClosed(socket, documentId, text.isClosed)
      this.grant(socket, documentId, textAccess(socket.data.actor, text), text.isClosed ? 'closed' : 'opened')
    }
  }

  /** Mandates end with the day, sessions at any moment, and notices may have been missed. */
  async everybody(): Promise<void> {
    await this.check([...this.io.sockets.sockets.values()])
  }

  /** @returns of each socket, whether it still stands for somebody; others are expelled */
  private async check(sockets: CollabSocket[]): Promise<boolean[]> {
    const connected = sockets.filter(socket => socket.connected)
    if (connected.length === 0) return sockets.map(() => false)
    const standings = await readStandings(
      this.db,
      connected.map(socket => socket.data.sessionId),
    )
    const holding = new Set<CollabSocket>()
    for (const [index, socket] of connected.entries()) {
      const standing = standings[index] as Standing
      socket.data.checkedAt = Date.now()
      if (typeof standing === 'string' || standing.actor.groupId !== socket.data.actor.groupId) {
        await this.expel(socket, standing === 'no-session' ? 'session-ended' : 'rights-changed')
      } else {
        this.update(socket, standing)
        holding.add(socket)
      }
    }
    return sockets.map(socket => holding.has(socket))
  }

  private update(socket: CollabSocket, { actor, expiresAt }: Exclude<Standing, string>): void {
    const { data } = socket
    data.sessionExpiresAt = expiresAt.getTime()
    data.actor = actor
    for (const documentId of Object.keys(data.documents)) {
      this.grant(socket, documentId, textAccess(actor, { isClosed: documentId in data.closed }), 'rights-changed')
    }
  }

  private grant(socket: CollabSocket, documentId: string, access: DocumentAccess, reason: string): void {
    if (socket.data.documents[documentId] === access) return
    socket.data.documents[documentId] = access
    socket.emit('document:access', { documentId, access, reason })
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
    data.closed = {}
    socket.disconnect()
  }
}

/** Remembers at a connection whether a text that it has open is closed. */
export function markClosed({ data }: CollabSocket, documentId: string, isClosed: boolean): void {
  if (isClosed) data.closed[documentId] = true
  else delete data.closed[documentId]
}
