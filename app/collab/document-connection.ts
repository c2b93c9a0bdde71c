import * as Y from 'yjs'
import type { DocumentLine, Failure, Joined } from './document-socket'
import { Retry } from './retry'

interface ConnectionOptions {
  line: DocumentLine
  doc: Y.Doc
  /** the server told what it has */
  joined(answer: Joined): void
  /** the connection is gone; the socket looks for a new one by itself */
  gone(): void
  /** there is no way to the server now, as far as can be told */
  unreachable(): void
  /** the server does not let this person in, or not any more */
  refused(failure: Failure): void
}

const SYNC_EVERY_MS = 60_000

/** Joins a document on every connection, and compares notes with the server: on focus and once a minute. */
export class DocumentConnection {
  private readonly retry = new Retry()
  private readonly timer = setInterval(() => this.sync(), SYNC_EVERY_MS)
  /** Counts connections: an answer that belongs to an earlier one means nothing. */
  private round = 0
  private isJoined = false
  private isAsking = false

  constructor(private readonly options: ConnectionOptions) {}

  open(): void {
    const { socket } = this.options.line
    socket.on('connect', this.connected)
    socket.on('disconnect', this.disconnected)
    socket.on('connect_error', this.notConnected)
    if (typeof window !== 'undefined') window.addEventListener('focus', this.sync)
    if (socket.connected) this.connected()
  }

  close(): void {
    const { socket } = this.options.line
    this.reset()
    clearInterval(this.timer)
    socket.off('connect', this.connected)
    socket.off('disconnect', this.disconnected)
    socket.off('connect_error', this.notConnected)
    if (typeof window !== 'undefined') window.removeEventListener('focus', this.sync)
  }

  /** Asks the server what it has; joins first where that is still to be done. */
  readonly sync = () => {
    if (this.options.line.socket.connected) void this.ask()
  }

  readonly syncLater = () => this.retry.later(this.sync)

  /** What was asked is of no interest any more. */
  reset(): void {
    this.round++
    this.isJoined = false
    this.isAsking = false
    this.retry.stop()
  }

  private readonly connected = () => {
    this.reset()
    void this.ask()
  }

  private readonly disconnected = () => {
    this.reset()
    this.options.gone()
  }

  private readonly notConnected = (error: Error) => {
    // The handshake refuses with its code as the message (server/collab/handshake.ts).
    if (error.message === 'unauthenticated') this.options.refused('unauthenticated')
    // Signed in, but nothing is theirs to see any more: no text is there for them.
    else if (error.message === 'no-mandate') this.options.refused('not-found')
    else this.options.unreachable()
  }

  private async ask(): Promise<void> {
    if (this.isAsking) return
    this.isAsking = true
    const { round } = this
    const event = this.isJoined ? 'document:sync' : 'document:join'
    const answer = await this.options.line.state(event, Y.encodeStateVector(this.options.doc))
    if (round !== this.round) return
    this.isAsking = false
    if (answer.ok) {
      this.isJoined = true
      this.retry.succeeded()
      this.options.joined(answer.value)
    } else if (answer.failure === 'no-answer') {
      this.options.unreachable()
      this.syncLater()
    } else if (answer.failure === 'too-many' || answer.failure === 'unavailable') {
      this.syncLater()
    } else {
      this.options.refused(answer.failure)
    }
  }
}
