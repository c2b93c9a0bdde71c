import type { Server, Socket } from 'socket.io'
import type { Actor } from '../auth/actor.shared'
import type { CommittedBatch } from '../documents/document-store'
import type { ClientToServerEvents, DocumentAccess, ServerToClientEvents } from './protocol.shared'

/** What a node knows of a connection. It travels with it to other nodes, so it is plain data. */
export interface SocketData {
  actor: Actor
  sessionId: string
  /** when the session ends unless it is prolonged, in milliseconds */
  sessionExpiresAt: number
  /** when the rights were last read, in milliseconds */
  checkedAt: number
  /** documents that were joined, with what was allowed then */
  documents: Record<string, DocumentAccess>
  /** those of them that nobody writes in any more */
  closed: Record<string, true>
  places: string[]
}

/** What nodes tell each other. */
export interface NodeEvents {
  /** Something for the sockets of a room. */
  relay: (room: string, event: keyof ServerToClientEvents, message: object) => void
  /** Edits that were stored: the positions of the log they took, and whose new client ids are in them. */
  committed: (batch: CommittedBatch) => void
  /** Somebody joined a document: tell that socket where the cursors of your sockets are. */
  'show-cursors': (documentId: string, socketId: string) => void
}

export type CollabServer = Server<ClientToServerEvents, ServerToClientEvents, NodeEvents, SocketData>
export type CollabSocket = Socket<ClientToServerEvents, ServerToClientEvents, NodeEvents, SocketData>

export const documentRoom = (documentId: string) => `document:${documentId}`
/** Places are told apart by group, so that nobody hears of a record of a group that they are not in. */
export const placeRoom = (groupId: string, place: string) => `place:${groupId}:${place}`
export const personRoom = (personId: string) => `person:${personId}`
export const sessionRoom = (sessionId: string) => `session:${sessionId}`

/** The sockets of this node that are in a room, without asking anybody. */
export function localSockets(io: CollabServer, room: string): CollabSocket[] {
  const ids = [...(io.of('/').adapter.rooms.get(room) ?? [])]
  return ids.flatMap(id => io.sockets.sockets.get(id) ?? [])
}
