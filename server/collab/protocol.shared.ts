/** Names and payloads of everything that goes over the socket; the contract of docs/realtime.md. */

export type DocumentAccess = 'read' | 'comment' | 'write'

export type RefusalCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'malformed'
  | 'too-large'
  | 'too-many'
  | 'foreign-client-id'
  | 'missing-dependency'
  | 'unavailable'

export interface Refusal {
  ok: false
  code: RefusalCode
  message: string
}

/** One person at a place, however many tabs. */
export interface PersonHere {
  personId: string
  name: string
  role: string
  bodyCode: string
  bodyName: string
  colour: number
}

/** What the server stamps on a cursor, whatever the browser said. */
export type CursorIdentity = Pick<PersonHere, 'personId' | 'name' | 'bodyCode' | 'colour'>

export interface JoinAnswer {
  ok: true
  access: DocumentAccess
  /** what the client lacks (Yjs update, v1) */
  update: Uint8Array
  /** what the server has: the client sends what goes beyond it */
  stateVector: Uint8Array
}

type Answer<T = { ok: true }> = (answer: T | Refusal) => void

export interface ClientToServerEvents {
  'document:join': (input: { documentId: string; stateVector: Uint8Array }, answer: Answer<JoinAnswer>) => void
  'document:update': (input: { documentId: string; update: Uint8Array }, answer: Answer) => void
  'document:sync': (input: { documentId: string; stateVector: Uint8Array }, answer: Answer<JoinAnswer>) => void
  'document:awareness': (input: { documentId: string; update: Uint8Array }) => void
  'document:leave': (input: { documentId: string }, answer: Answer) => void
  'presence:enter': (input: { place: string }, answer: Answer<{ ok: true; people: PersonHere[] }>) => void
  'presence:leave': (input: { place: string }, answer: Answer) => void
}

export interface ServerToClientEvents {
  'document:update': (message: { documentId: string; update: Uint8Array }) => void
  'document:awareness': (message: { documentId: string; update: Uint8Array }) => void
  'document:access': (message: { documentId: string; access: DocumentAccess | 'none'; reason: string }) => void
  'presence:changed': (message: { place: string; people: PersonHere[] }) => void
  activity: (message: { topic: string; id: number }) => void
}

/** The largest update, in bytes, that is taken in one message. A pasted policy note is some 100 kB. */
export const MAX_UPDATE_BYTES = 1_000_000
/** The largest cursor message, in bytes. */
export const MAX_AWARENESS_BYTES = 8_000
