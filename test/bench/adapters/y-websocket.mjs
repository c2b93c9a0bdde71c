import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Connection } from './connection.mjs'

const SYNC = 0

export default class YWebsocketConnection extends Connection {
  url(base) {
    return `ws://${base}/${this.documentName}`
  }

  opened() {
    this.send(0, Y.encodeStateVector(this.doc))
  }

  sendUpdate(update) {
    this.send(2, update)
  }

  sendGarbage(bytes) {
    this.socket.send(bytes)
  }

  sendWrongType(turn) {
    this.socket.send(['text', '{}'][turn % 2])
  }

  send(step, bytes) {
    const frame = encoding.encode(encoder => {
      encoding.writeVarUint(encoder, SYNC)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
    this.socket.send(frame)
  }

  received(data) {
    const [type, step] = data
    if (type !== SYNC || (this.light && step === 2 && !this.onUpdate)) return
    const payload = decoding.readVarUint8Array(decoding.createDecoder(data.subarray(2)))
    if (step === 0) this.send(1, Y.encodeStateAsUpdate(this.doc, payload))
    else if (step === 1) this.gotText(payload)
    else this.gotUpdate(payload)
  }
}
