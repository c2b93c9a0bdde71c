// The floor: bytes in, the same bytes to every other client of the path. No Yjs, no storage.
import { WebSocketServer } from 'ws'
import { port, ready } from './common.mjs'

const rooms = new Map()
const server = new WebSocketServer({ port, host: '127.0.0.1' }, () => ready())
server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', data => {
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => {
    room.delete(socket)
    if (room.size === 0) rooms.delete(url)
  })
  socket.on('error', () => {})
})
