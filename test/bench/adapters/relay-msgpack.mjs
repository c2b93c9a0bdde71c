// Socket.io with socket.io-msgpack-parser: a packet is one binary frame.
import notepack from 'notepack.io'
import { Connection } from './connection.mjs'

const CONNECT = 0
const EVENT = 2
const ACK = 3

export default class RelayConnection extends Connection {
  get acknowledges() {
    return Boolean(this.server.ready.durable)
  }

  url(base) {
    return `ws://${base}/socket.io/?EIO=4&transport=websocket`
  }

  received(data, isBinary) {
    if (!isBinary) {
      if (data[0] === 50) this.socket.send('3')
      else if (data[0] === 48) this.send({ type: CONNECT })
      return
    }
    if (this.light && !this.onUpdate && this.syncedAt !== undefined && !this.acknowledges) return
    const { type, id, data: content } = notepack.decode(data)
    if (type === CONNECT) this.send({ type: EVENT, data: ['join', this.documentName], id: this.sent() })
    else if (type === ACK && id === 0) this.gotText(null)
    else if (type === ACK) this.acknowledged(id)
    else if (type === EVENT) for (const update of [content[1]].flat()) this.gotUpdate(update) // batched: several
  }

  sendUpdate(update, clock) {
    const id = this.acknowledges ? { id: this.sent(clock) } : {}
    this.send({ type: EVENT, data: ['update', Buffer.from(update)], ...id })
  }

  send(packet) {
    this.socket.send(notepack.encode({ nsp: '/', ...packet }))
  }
}
