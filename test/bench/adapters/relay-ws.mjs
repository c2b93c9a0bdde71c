import { Connection } from './connection.mjs'

export default class RelayConnection extends Connection {
  url(base) {
    return `ws://${base}/${this.documentName}`
  }

  opened() {
    this.gotText(null)
  }

  sendUpdate(update) {
    this.socket.send(update)
  }

  received(data) {
    if (!this.light || this.onUpdate) this.gotUpdate(data)
  }
}
