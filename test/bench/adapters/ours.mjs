// The protocol of server/collab/protocol.shared.ts.
import * as Y from 'yjs'
import { SocketioConnection } from './socketio.mjs'

export default class OurConnection extends SocketioConnection {
  /** How fast one connection may send: within the server's limits, for a client that stores a long history. */
  static allowance = { perSecond: 55, burst: 280 }

  /** servers/ours.ts numbers its documents in their ids */
  documentId = `00000000-0000-4000-8000-${String(this.number).padStart(12, '0')}`

  get acknowledges() {
    return true
  }

  headers() {
    const { cookies } = this.server.ready
    return { cookie: cookies[this.person % cookies.length], origin: `http://${this.server.base}` }
  }

  connected() {
    this.joining = this.sent()
    this.emit('document:join', [this.message('stateVector', Y.encodeStateVector(this.doc))], this.joining)
  }

  message(name, bytes) {
    return { documentId: this.documentId, [name]: bytes }
  }

  answered(number, answer) {
    if (!answer.ok) return this.refused(number, answer.code)
    this.acknowledged(number)
    if (number === this.joining) this.gotText(answer.update)
  }

  happened(event, [message]) {
    if (event === 'document:update') this.gotUpdate(message.update)
  }

  skips(head) {
    return head.includes('"document:update"')
  }

  sendUpdate(update, clock) {
    this.emit('document:update', [this.message('update', update)], this.sent(clock))
  }

  sendGarbage(bytes) {
    this.socket.send(bytes)
  }

  sendWrongType(turn) {
    const wrong = ['x', null, 7, { documentId: this.documentId, update: 'text' }]
    this.emit('document:update', [wrong[turn % wrong.length]], this.sent())
  }

  sendWithoutAcknowledgement(bytes) {
    this.emit('document:update', [this.message('update', bytes)])
    this.emit('document:join', [this.message('stateVector', bytes)])
  }
}
