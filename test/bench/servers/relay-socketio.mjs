// The floor with Socket.io: no Yjs, no checks. From the environment:
// PARSER=msgpack: one frame a packet instead of two. PREFRAME=1: the WebSocket frame of a broadcast is made once for all
// receivers, which Socket.io itself does for text only. BATCH_MS: what comes to a room within it goes out as one packet.
// DATABASE_URL: every update is appended to a log, and passed on and acknowledged only after the commit.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { Adapter } from 'socket.io-adapter'
import parser from 'socket.io-msgpack-parser'
import { Sender } from 'ws'
import { port, ready } from './common.mjs'
import { openLog } from './relay-log.mjs'

const { PARSER, PREFRAME, BATCH_MS, DATABASE_URL } = process.env
const options = {
  ...(PARSER === 'msgpack' && { parser }),
  ...(PREFRAME && { adapter: preframing() }),
}
const http = createServer()
const io = new Server(http, options)
const append = DATABASE_URL ? await openLog(DATABASE_URL) : (_document, _update, done) => done()
const batches = new Map()

io.on('connection', socket => {
  let room
  socket.on('join', (name, answer) => {
    room = name
    socket.join(room)
    answer()
  })
  socket.on('update', (update, answer) => {
    append(room, update, () => {
      if (BATCH_MS) passOnLater(room, update)
      else socket.to(room).emit('update', update)
      answer?.()
    })
  })
})
http.listen(port, '127.0.0.1', () => ready({ durable: Boolean(DATABASE_URL) }))

function passOnLater(room, update) {
  const known = batches.get(room)
  if (known) return known.push(update)
  const batch = [update]
  batches.set(room, batch)
  setTimeout(() => {
    batches.delete(room)
    io.to(room).emit('update', batch)
  }, Number(BATCH_MS))
}

function preframing() {
  return class extends Adapter {
    _encode(packet, options) {
      const encoded = super._encode(packet, options)
      if (encoded.length === 1 && typeof encoded[0] !== 'string') {
        const frame = { readOnly: false, mask: false, rsv1: false, opcode: 2, fin: true }
        options.wsPreEncodedFrame = Sender.frame(encoded[0], frame)
      }
      return encoded
    }
  }
}
