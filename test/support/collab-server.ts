import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { createSessions } from '#server/auth/sessions'
import { openGateway } from '#server/collab/gateway'
import type { ClientToServerEvents, ServerToClientEvents } from '#server/collab/protocol.shared'
import type { TestDatabase } from './database'

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** The socket side of the server on a port of its own, without the pages; several on one database are several nodes. */
export async function startCollabServer(
  { db, pool, url: connectionString }: TestDatabase,
  options: { redisUrl?: string; waitingBytes?: number } = {},
) {
  const http = createServer()
  const sessions = createSessions(db, { secure: false })
  const connection = { connectionString }
  const gateway = openGateway({ http, db, pool, connection, publicUrl: undefined, ...options })
  await new Promise<void>(done => http.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const opened: TestSocket[] = []

  /** A connection that is not signed in, or not from here; its `connect_error` says why it failed. */
  function dial(extraHeaders: Record<string, string>, transports = ['websocket']): TestSocket {
    const socket: TestSocket = io(url, { transports, forceNew: true, reconnection: false, extraHeaders })
    opened.push(socket)
    return socket
  }

  return {
    url,
    sessions,
    gateway,
    dial,
    /** A connected browser tab of a person; each with a session of its own. */
    async connect(personId: string, transports?: string[]): Promise<TestSocket> {
      const { cookie } = await sessions.create(personId)
      const socket = dial({ cookie: cookie.split(';')[0]!, origin: url }, transports)
      await new Promise<void>((done, failed) => {
        socket.once('connect', done)
        socket.once('connect_error', failed)
      })
      return socket
    },
    /** how many browser tabs are connected */
    connections: () => gateway.connections(),
    async close() {
      for (const socket of opened) socket.disconnect()
      await gateway.close()
    },
  }
}

export type CollabServer = Awaited<ReturnType<typeof startCollabServer>>

/** The next message of a kind that a socket gets. */
export function next<Event extends keyof ServerToClientEvents>(
  socket: TestSocket,
  event: Event,
): Promise<Parameters<ServerToClientEvents[Event]>[0]> {
  return new Promise(resolve => socket.once(event as never, resolve as never))
}
