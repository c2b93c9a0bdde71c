import net from 'node:net'

/** A line that can be cut: passes connections on to one of several ports (or Unix sockets), in turns, to the next where one is dead. */
export async function openGate(...ports: (number | string)[]) {
  const sockets = new Set<net.Socket>()
  let isOpen = true
  let turn = 0
  const pass = (from: net.Socket, attempts = ports.length) => {
    const target = ports[turn++ % ports.length]!
    const to = typeof target === 'string' ? net.connect(target) : net.connect(target, '127.0.0.1')
    sockets.add(to)
    to.once('connect', () => {
      from.pipe(to).pipe(from)
      from.once('close', () => to.destroy())
    })
    to.on('error', () => {
      if (!to.readyState.includes('open') && attempts > 1 && to.bytesRead === 0) pass(from, attempts - 1)
      else from.destroy()
    })
    to.once('close', () => sockets.delete(to))
  }
  const server = net.createServer(from => {
    sockets.add(from)
    from.on('error', () => from.destroy())
    from.once('close', () => sockets.delete(from))
    if (isOpen) pass(from)
    else from.destroy()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const cut = () => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as net.AddressInfo).port,
    /** Breaks every connection, and lets none through until it is mended. */
    cut,
    mend() {
      isOpen = true
    },
    async close() {
      cut()
      await new Promise(done => server.close(done))
    },
  }
}
