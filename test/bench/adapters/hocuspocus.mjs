import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Connection } from './connection.mjs'

const SYNC = 0
const AUTH = 2
const SYNC_REPLY = 4
const SYNC_STATUS = 8
const AUTHENTICATED = 2

export default class HocuspocusConnection extends Connection {
  /** one SyncStatus, in order, for every second sync step and every update */
  get acknowledges() {
    return true
  }

  url(base) {
    return `ws://${base}/`
  }

  opened() {
    this.send(AUTH, 0, 'token')
  }

  sendUpdate(update, clock) {
    this.sent(clock)
    this.send(SYNC, 2, update)
  }

  sendGarbage(bytes) {
    this.socket.send(bytes)
  }

  sendWrongType(turn) {
    this.socket.send(['text', '{}'][turn % 2])
  }

  send(...parts) {
    const frame = encoding.encode(encoder => {
      encoding.writeVarString(encoder, this.documentName)
      for (const part of parts) {
        if (typeof part === 'number') encoding.writeVarUint(encoder, part)
        else if (typeof part === 'string') encoding.writeVarString(encoder, part)
        else encoding.writeVarUint8Array(encoder, part)
      }
    })
    this.socket.send(frame)
  }

  received(data) {
    const afterName = data[0] + 1 // names are shorter than 128 bytes
    const type = data[afterName]
    const step = data[afterName + 1]
    if (type === SYNC_STATUS) return this.oldestAcknowledged()
    if (type === AUTH) return step === AUTHENTICATED && this.send(SYNC, 0, Y.encodeStateVector(this.doc))
    if (type !== SYNC && type !== SYNC_REPLY) return
    if (this.light && step === 2 && !this.onUpdate) return
    const payload = decoding.readVarUint8Array(decoding.createDecoder(data.subarray(afterName + 2)))
    if (step === 1) this.gotText(payload)
    else if (step === 2) this.gotUpdate(payload)
    else {
      this.sent()
      this.send(SYNC, 1, Y.encodeStateAsUpdate(this.doc, payload))
    }
  }
}
