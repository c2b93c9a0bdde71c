import { type CursorState, encodeCursors, encodeGone, stampCursors } from './awareness'
import type { Cluster } from './cluster'
import { RateLimit } from './rate-limit'
import { type CollabServer, type CollabSocket, documentRoom } from './sockets'

/** How many cursor messages a connection may send. */
export const cursorLimit = () => new RateLimit(30, 60)

interface Own {
  personId: string
  states: Map<number, CursorState>
}

/** Where people's cursors are: relayed, never stored. Remembered per connection of this node, for whoever comes later. */
export class Cursors {
  private readonly byDocument = new Map<string, Map<string, Own>>()

  constructor(
    private readonly io: CollabServer,
    private readonly cluster: Cluster,
  ) {
    io.on('show-cursors', (documentId, socketId) => this.tell(documentId, socketId))
  }

  /** Passes on where a connection's cursors are. @returns false when the message is garbage or names another's cursor */
  move(socket: CollabSocket, documentId: string, update: Uint8Array): boolean {
    const states = stampCursors(update, socket.data.actor)
    if (!states) return false
    const { personId } = socket.data.actor
    const sockets = this.byDocument.get(documentId) ?? new Map<string, Own>()
    for (const [id, other] of sockets) {
      const same = states.filter(({ clientId }) => other.states.has(clientId))
      if (id === socket.id || same.length === 0) continue
      if (other.personId !== personId) return false
      // The same tab came back before its old connection was known to be gone: the cursor is the new one's.
      for (const { clientId } of same) other.states.delete(clientId)
    }
    const own = sockets.get(socket.id) ?? { personId, states: new Map<number, CursorState>() }
    for (const state of states) {
      if (state.state === 'null') own.states.delete(state.clientId)
      else own.states.set(state.clientId, state)
    }
    sockets.set(socket.id, own)
    this.byDocument.set(documentId, sockets)
    const message = { documentId, update: encodeCursors(states) }
    const how = { except: socket.id, volatile: true }
    this.cluster.emit(documentRoom(documentId), 'document:awareness', message, how)
    return true
  }

  /** Tells a newcomer where everybody is, on this node and on others. */
  show(socket: CollabSocket, documentId: string): void {
    this.tell(documentId, socket.id)
    this.cluster.askCursors(documentId, socket.id)
  }

  private tell(documentId: string, socketId: string): void {
    const states = [...(this.byDocument.get(documentId)?.values() ?? [])].flatMap(own => [...own.states.values()])
    if (states.length === 0) return
    const message = { documentId, update: encodeCursors(states) }
    const newcomer = this.io.sockets.sockets.get(socketId)
    if (newcomer) newcomer.emit('document:awareness', message)
    else this.cluster.emit(socketId, 'document:awareness', message)
  }

  /** Takes a connection's cursors off everybody's screen. */
  remove(socket: CollabSocket, documentId: string): void {
    const sockets = this.byDocument.get(documentId)
    const own = sockets?.get(socket.id)
    if (!sockets || !own) return
    sockets.delete(socket.id)
    if (sockets.size === 0) this.byDocument.delete(documentId)
    if (own.states.size === 0) return
    const message = { documentId, update: encodeGone([...own.states.values()]) }
    this.cluster.emit(documentRoom(documentId), 'document:awareness', message)
  }
}
