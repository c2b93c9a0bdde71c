import type { Socket } from 'socket.io-client'
import type {
  ClientToServerEvents,
  DocumentAccess,
  JoinAnswer,
  Refusal,
  RefusalCode,
  ServerToClientEvents,
} from '#server/collab/protocol.shared'

export type DocumentSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** 'no-answer': it may or may not have arrived. */
export type Failure = RefusalCode | 'no-answer'
export type Answered<T> = { ok: true; value: T } | { ok: false; failure: Failure }
export type Joined = Omit<JoinAnswer, 'ok'> & { access: DocumentAccess }

const ANSWER_WITHIN_MS = 10_000

/**
 * Where each document is open on a connection, when one page gives way to the next. For the server that is one: it leaves
 * with the last, and what one of them wrote is not sent back to the other.
 */
const openOn = new WeakMap<DocumentSocket, Map<string, Set<DocumentLine>>>()

/** The questions a document asks the server, each answered with a value or a failure and never with an exception. */
export class DocumentLine {
  /** @param overheard called with what another part of the page wrote in the same document, once that is stored */
  constructor(
    readonly socket: DocumentSocket,
    readonly documentId: string,
    private readonly overheard: (update: Uint8Array) => void,
  ) {
    this.together.add(this)
  }

  async state(event: 'document:join' | 'document:sync', stateVector: Uint8Array): Promise<Answered<Joined>> {
    const { documentId } = this
    const answered = await outcome(this.patient.emitWithAck(event, { documentId, stateVector }) as Promise<JoinAnswer>)
    if (!answered.ok) return answered
    const { access, update, stateVector: theirs } = answered.value
    return { ok: true, value: { access, update: toBytes(update), stateVector: toBytes(theirs) } }
  }

  async send(update: Uint8Array): Promise<Answered<{ ok: true }>> {
    const { documentId } = this
    const answered = await outcome(this.patient.emitWithAck('document:update', { documentId, update }))
    if (answered.ok) for (const line of this.together) if (line !== this) line.overheard(update)
    return answered
  }

  /** Call it once, when nothing will be asked any more. */
  leave(): void {
    this.together.delete(this)
    if (this.together.size > 0) return
    openOn.get(this.socket)?.delete(this.documentId)
    if (this.socket.connected) this.socket.emit('document:leave', { documentId: this.documentId }, () => {})
  }

  private get together(): Set<DocumentLine> {
    const documents = openOn.get(this.socket) ?? new Map<string, Set<DocumentLine>>()
    openOn.set(this.socket, documents)
    const lines = documents.get(this.documentId) ?? new Set<DocumentLine>()
    documents.set(this.documentId, lines)
    return lines
  }

  private get patient() {
    return this.socket.timeout(ANSWER_WITHIN_MS)
  }
}

async function outcome<T extends { ok: true }>(answer: Promise<T | Refusal>): Promise<Answered<T>> {
  try {
    const value = await answer
    return value.ok ? { ok: true, value } : { ok: false, failure: value.code }
  } catch {
    return { ok: false, failure: 'no-answer' }
  }
}

/** Browsers hand over an ArrayBuffer where Node hands over a Buffer. */
export function toBytes(payload: Uint8Array | ArrayBuffer): Uint8Array {
  return payload instanceof Uint8Array ? payload : new Uint8Array(payload)
}
