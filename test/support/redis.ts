import net from 'node:net'

const url = new URL(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379')

/** Where the Redis of this machine listens; undefined where there is none. */
export const redisAddress = await new Promise<{ host: string; port: number } | undefined>(resolve => {
  const address = { host: url.hostname, port: Number(url.port || 6379) }
  const socket = net.connect(address.port, address.host)
  socket.setTimeout(1000, () => socket.destroy())
  socket.once('connect', () => {
    socket.destroy()
    resolve(address)
  })
  socket.once('error', () => resolve(undefined))
  socket.once('close', () => resolve(undefined))
})
