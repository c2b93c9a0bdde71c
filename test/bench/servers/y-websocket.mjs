// @y/websocket-server's own server; with YPERSISTENCE its own support for y-leveldb.
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { port, ready } from './common.mjs'

process.env.HOST = '127.0.0.1'
await import('../node_modules/@y/websocket-server/src/server.js')
while (!(await answers())) await sleep(2)
ready()

function answers() {
  return new Promise(resolve => {
    const probe = net.connect(port, '127.0.0.1')
    probe.on('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.on('error', () => resolve(false))
  })
}
