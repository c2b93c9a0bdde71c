import { SocketioConnection } from './socketio.mjs'

export default class RelayConnection extends SocketioConnection {
  connected() {
    this.emit('join', [this.documentName], this.sent())
  }

  answered(number) {
    if (number === 0) this.gotText(null)
    this.acknowledged(number)
  }

  happened(event, [bytes]) {
    if (event === 'update') this.gotUpdate(bytes)
  }

  skips() {
    return true
  }

  sendUpdate(update) {
    this.emit('update', [update])
  }
}
