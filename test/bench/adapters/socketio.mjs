import { Connection } from './connection.mjs'

const OPEN = 48 // '0'
const PING = 50 // '2'
const MESSAGE = 52 // '4'
const BINARY_EVENT = 53 // '5'

/** Socket.io 4 with its default parser over one bare WebSocket: cheaper for the load generator than its own client. */
export class SocketioConnection extends Connection {
  #waiting
  #toSkip = 0

  get namespace() {
    return '/'
  }

  url(base) {
    return `ws://${base}/socket.io/?EIO=4&transport=websocket`
  }

  /** May a light client leave a binary event unread? Gets the text that announces it. */
  skips() {
    return false
  }

  /** @param {number} [ack] under which the answer is to come */
  emit(event, args, ack) {
    this.#send({ plain: 2, binary: 5 }, [event, ...args], ack)
  }

  answer(ack, args) {
    this.#send({ plain: 3, binary: 6 }, args, ack)
  }

  #send({ plain, binary }, data, ack = '') {
    const attachments = []
    const json = JSON.stringify(data, function (key, value) {
      const given = this[key] // a Buffer's toJSON comes before us
      return given instanceof Uint8Array ? { _placeholder: true, num: attachments.push(given) - 1 } : value
    })
    const space = this.namespace === '/' ? '' : `${this.namespace},`
    const type = attachments.length > 0 ? `${binary}${attachments.length}-` : plain
    this.socket.send(`4${type}${space}${ack}${json}`)
    for (const bytes of attachments) this.socket.send(bytes)
  }

  received(data, isBinary) {
    if (isBinary) this.#attachment(data)
    else if (data[0] === PING) this.socket.send('3')
    else if (data[0] === OPEN) this.socket.send(this.namespace === '/' ? '40' : `40${this.namespace},`)
    else if (data[0] === MESSAGE) this.#packet(data)
  }

  #packet(data) {
    if (this.light && !this.onUpdate && data[1] === BINARY_EVENT && this.skips(data)) {
      this.#toSkip = 1
      return
    }
    const [, type, count, ack, json] = /^4(\d)(?:(\d+)-)?(?:\/[^,]*,)?(\d*)(.*)$/s.exec(data.toString())
    if (type === '0') this.connected()
    else if (type === '4') this.connectionRefused = json
    else if (count) this.#waiting = { type, ack, json, count: Number(count), attachments: [] }
    else if (type === '2' || type === '3') this.#dispatch(type, ack, JSON.parse(json))
  }

  #attachment(bytes) {
    if (this.#toSkip > 0) {
      this.#toSkip--
      return
    }
    const { type, ack, json, count, attachments } = this.#waiting
    if (attachments.push(bytes) < count) return
    this.#waiting = undefined
    const data = JSON.parse(json, (_key, value) => (value?._placeholder ? attachments[value.num] : value))
    this.#dispatch(type, ack, data)
  }

  #dispatch(type, ack, data) {
    if (type === '3' || type === '6') this.answered(Number(ack), ...data)
    else this.happened(data[0], data.slice(1), ack === '' ? undefined : Number(ack))
  }

  /** an answer to what was emitted under `ack` */
  answered() {}

  /** an event of the server */
  happened() {}
}
