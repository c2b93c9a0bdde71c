import * as Y from 'yjs'
import { SocketioConnection } from './socketio.mjs'

export default class YSocketioConnection extends SocketioConnection {
  asked = 0

  get namespace() {
    return `/yjs|${this.documentName}`
  }

  /**
   * With persistence, the server drops a question that comes while it loads the document; so it is asked again each
   * second, as with the provider's optional resyncInterval.
   */
  connected() {
    const ask = () => {
      this.asked++
      this.emit('sync-step-1', [Y.encodeStateVector(this.doc)], 0)
    }
    ask()
    const timer = setInterval(() => {
      if (this.syncedAt !== undefined || this.closed) clearInterval(timer)
      else ask()
    }, 1000)
  }

  answered(_ack, update) {
    this.gotText(update)
  }

  happened(event, [bytes], ack) {
    if (event === 'sync-step-1') this.answer(ack, [Y.encodeStateAsUpdate(this.doc, bytes)])
    else if (event === 'sync-update') this.gotUpdate(bytes)
  }

  skips(head) {
    return head.includes('"sync-update"')
  }

  sendUpdate(update) {
    this.emit('sync-update', [update])
  }

  sendGarbage(bytes) {
    this.emit('sync-update', [bytes])
  }

  sendWrongType(turn) {
    this.emit('sync-update', [['x', null, 7, { a: 1 }][turn % 4]])
  }

  sendWithoutAcknowledgement(bytes) {
    this.emit('sync-step-1', [bytes])
  }
}
