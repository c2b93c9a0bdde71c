import { type CursorState, encodeCursors, encodeGone, stampCursors } from './awareness'
import { RateLimit } from './rate-limit'
import { type CollabServer, type CollabSocket, documentRoom } from './sockets'

/** How many cursor messages a connection may send. */
export const cursorLimit = () => new RateLimit(30, 60)

/** Where people's cursors are: relayed, never stored. Remembered per connection of this node, for whoever comes later. */
export class Cursors {
  private readonly byDocument = new Map<string, Map<string, Map<number, CursorState>>>()

  constructor(private readonly io: CollabServer) {}

  /** Passes on where a connection's cursors are. @returns false when the message is garbage or names another's cursor */
  move(socket: CollabSocket, documentId: string, update: Uint8Array): boolean {
    const states = stampCursors(update, socket.data.actor)
    if (!states) return false
    const sockets = this.byDocument.get(documentId) ?? new Map<string, Map<number, CursorState>>()
    for (const [id, known] of sockets) {
      if (id !== socket.id && states.some(({ clientId }) => known.has(clientId))) return false
    }
    const own = sockets.get(socket.id) ?? new Map<number, CursorState>()
    for (const state of states) {
      if (state.state === 'null') own.delete(state.clientId)
      else own.set(state.clientId, state)
    }
    if (own.size > 0) sockets.set(socket.id, own)
    else sockets.delete(socket.id)
    if (sockets.size > 0) this.byDocument.set(documentId, sockets)
    else this.byDocument.delete(documentId)
    socket.volatile
      .to(documentRoom(documentId))
      .emit('document:awareness', { documentId, update: encodeCursors(states) })
    return true
  }

  /** Tells a newcomer where everybody is. */
  show(socket: CollabSocket, documentId: string): void {
    const states = [...(this.byDocument.get(documentId)?.values() ?? [])].flatMap(own => [...own.values()])
    if (states.length === 0) return
    socket.emit('document:awareness', { documentId, update: encodeCursors(states) })
  }

  /** Takes a connection's cursors off everybody's screen. */
  remove(socket: CollabSocket, documentId: string): void {
    const sockets = this.byDocument.get(documentId)
    const own = sockets?.get(socket.id)
    if (!sockets || !own) return
    sockets.delete(socket.id)
    if (sockets.size === 0) this.byDocument.delete(documentId)
    this.io
      .to(documentRoom(documentId))
      .emit('document:awareness', { documentId, update: encodeGone([...own.values()]) })
  }
}
