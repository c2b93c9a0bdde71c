import type { CollabServer } from './sockets'

/** What may wait for one connection in this process, in bytes; a browser that reads at all stays far below it. */
const MOST_WAITING = 1_000_000
const EVERY = 1000

/**
 * Lets go of connections that do not read what they are sent: it would pile up here until memory ends. Nothing is lost by
 * it; a browser that comes back asks for what it lacks.
 * @returns how to stop watching
 */
export function dismissSlowReaders(io: CollabServer): () => void {
  const timer = setInterval(() => {
    for (const { conn } of io.sockets.sockets.values()) {
      const connection = conn as unknown as Connection
      // Cut, not closed: whoever does not read does not answer a goodbye either.
      if (bytesWaiting(connection) <= MOST_WAITING) continue
      if (connection.transport.socket) connection.transport.socket.terminate()
      else conn.close(true)
    }
  }, EVERY)
  return () => clearInterval(timer)
}

/** The parts of an Engine.IO connection that tell what waits: its own queue, and the WebSocket's behind it. */
interface Connection {
  transport: { socket?: { bufferedAmount: number; terminate(): void } }
  writeBuffer: { data?: { length?: number } }[]
}

function bytesWaiting({ transport, writeBuffer }: Connection): number {
  const queued = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
  return queued + (transport.socket?.bufferedAmount ?? 0)
}
