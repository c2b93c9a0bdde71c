import type { Server, Socket } from 'socket.io'
import type { Actor } from '../auth/actor.shared'
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
  places: string[]
}

export type CollabServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>
export type CollabSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>

export const documentRoom = (documentId: string) => `document:${documentId}`
/** Places are told apart by group, so that nobody hears of a record of a group that they are not in. */
export const placeRoom = (groupId: string, place: string) => `place:${groupId}:${place}`
export const personRoom = (personId: string) => `person:${personId}`
export const sessionRoom = (sessionId: string) => `session:${sessionId}`
