import WebSocket from 'ws'
import * as Y from 'yjs'

/**
 * One client of one document, over a peer's own wire protocol. What a subclass knows is the wire only: `url`, `opened`,
 * `received`, `sendUpdate`, `sendGarbage`; it calls `gotText`, `gotUpdate`, `acknowledged` and `refused` as these happen.
 */
export class Connection {
  messages = 0
  closed = false
  /** own edits up to here are stored, says the server */
  acknowledgedClock = 0
  /** codes of the refusals so far */
  refusals = []
  #unacknowledged = new Map()
  #nextSend = 0

  /**
   * @param server of harness/server.mjs
   * @param {number} number which of its documents
   * @param options.light count what arrives, but do not read it: keeps the load generator cheap
   * @param options.onUpdate called with every update that others made, and this connection
   * @param options.person which of the people that the server knows
   */
  constructor(server, number, { doc = new Y.Doc(), light = false, onUpdate, person = 0 } = {}) {
    Object.assign(this, { server, number, doc, light, onUpdate, person })
    this.openedAt = performance.now()
    /** settles with the first whole answer to what this client lacks */
    this.synced = new Promise(resolve => {
      this.resolveSynced = resolve
    })
    this.sendOwn = (update, origin) => origin !== this && this.sendUpdate(update, Y.getState(doc.store, doc.clientID))
    doc.on('update', this.sendOwn)
    this.socket = new WebSocket(this.url(server.base), {
      perMessageDeflate: false,
      maxPayload: 1 << 30,
      headers: this.headers(),
    })
    this.socket.on('open', () => this.opened())
    this.socket.on('message', (data, isBinary) => {
      this.messages++
      this.received(data, isBinary)
    })
    this.socket.on('close', () => {
      this.closed = true
    })
    this.socket.on('error', () => {})
  }

  /** whether this server says which edits it has stored */
  get acknowledges() {
    return false
  }

  /** how many edits it has not answered yet */
  get unacknowledged() {
    return this.#unacknowledged.size
  }

  get documentName() {
    return `document${this.number}`
  }

  headers() {
    return {}
  }

  opened() {}

  /** Remembers what an edit reaches up to. @returns the number under which it is to be acknowledged */
  sent(clock = 0) {
    this.#unacknowledged.set(this.#nextSend, clock)
    return this.#nextSend++
  }

  acknowledged(number) {
    const clock = this.#unacknowledged.get(number) ?? 0
    this.#unacknowledged.delete(number)
    this.acknowledgedClock = Math.max(this.acknowledgedClock, clock)
  }

  /** For protocols that acknowledge in order, without a number. */
  oldestAcknowledged() {
    const [oldest] = this.#unacknowledged.keys()
    if (oldest !== undefined) this.acknowledged(oldest)
  }

  refused(number, code) {
    this.#unacknowledged.delete(number)
    this.refusals.push(code)
  }

  gotText(update) {
    if (this.syncedAt === undefined) {
      this.syncedAt = performance.now()
      this.syncBytes = update?.length ?? 0
    }
    if (update) this.gotUpdate(update)
    this.resolveSynced(this)
  }

  gotUpdate(update) {
    this.onUpdate?.(update, this)
    if (!this.light) Y.applyUpdate(this.doc, update, this)
  }

  close() {
    this.doc.off('update', this.sendOwn)
    this.socket.terminate()
  }
}
