// y-socket.io on Socket.io; with YPERSISTENCE its own support for LevelDB.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { YSocketIO } from 'y-socket.io/dist/server'
import { port, ready } from './common.mjs'

const http = createServer()
new YSocketIO(new Server(http), {}).initialize()
http.listen(port, '127.0.0.1', () => ready())
