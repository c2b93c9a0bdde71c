import type { Server as HttpServer } from 'node:http'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { Server } from 'socket.io'
import type { Database } from '#db/schema/index'
import { ContentWriter } from '../documents/content-writer'
import { DocumentLookup } from '../documents/document-lookup'
import { DocumentStore } from '../documents/document-store'
import { Cluster } from './cluster'
import { Cursors } from './cursors'
import { answerDocumentEvents } from './document-events'
import { authenticate } from './handshake'
import { listen } from './listener'
import { PersonLimits } from './person-limits'
import { Presence } from './presence'
import { MAX_UPDATE_BYTES } from './protocol.shared'
import { Rights } from './rights'
import { dismissSlowReaders } from './slow-readers'
import { type CollabServer, documentRoom, localSockets, placeRoom } from './sockets'

interface GatewayOptions {
  http: HttpServer
  db: Kysely<Database>
  pool: pg.Pool
  /** where to listen for what the database announces */
  connection: pg.ClientConfig
  publicUrl: string | undefined
  /** where several nodes meet; without it this one is alone */
  redisUrl?: string | undefined
  /** what edits may wait for the database, in bytes */
  waitingBytes?: number | undefined
}

const MINUTE = 60_000
/** How long after Redis is back all its lines are, in milliseconds. */
const RETURN = 5_000

/**
 * Opens the socket side of the server on an HTTP server: texts, cursors, presence, notices of changed records.
 * @returns the presence, and how to close: what was submitted is stored first
 */
export function openGateway({ http, db, pool, connection, publicUrl, redisUrl, waitingBytes }: GatewayOptions) {
  const io: CollabServer = new Server(http, {
    serveClient: false,
    // Room for a refusal with a code above the limit; beyond it the connection is closed unread.
    maxHttpBufferSize: 2 * MAX_UPDATE_BYTES,
  })
  const cluster = Cluster.join(io, redisUrl, () => returned())
  const contents = new ContentWriter(db, documentId => store.settle(documentId))
  const cursors = new Cursors(io, cluster)
  const presence = new Presence(cluster)
  const rights = new Rights(io, db)
  const lookup = new DocumentLookup(db)
  const people = new PersonLimits()
  const store = new DocumentStore(db, pool, {
    waitingBytes,
    receivers: documentId => io.of('/').adapter.rooms.get(documentRoom(documentId))?.size ?? 0,
    onCommitted: batch => {
      const { documentId, update, origins, from, to } = batch
      const except = origins.length === 1 ? origins[0] : undefined
      cluster.emitHere(documentRoom(documentId), 'document:update', { documentId, update }, { except })
      cluster.tellCommitted(batch)
      contents.touch(documentId, to - from + 1)
    },
    onHeard: (documentId, update) =>
      cluster.emitHere(documentRoom(documentId), 'document:update', { documentId, update }),
  })
  io.on('committed', batch => {
    if (localSockets(io, documentRoom(batch.documentId)).length === 0) return
    store.hear(batch).catch(error => console.error("another node's edits could not be taken in:", error))
  })

  /** What other nodes told while Redis was away may not have been heard, nor what they tell until all lines are back. */
  function returned(): void {
    catchUp()
    setTimeout(catchUp, RETURN).unref()
  }

  function openDocumentsHere(): string[] {
    const rooms = [...io.of('/').adapter.rooms.keys()].filter(room => room.startsWith('document:'))
    return rooms.map(room => room.slice('document:'.length))
  }

  async function catchUp(): Promise<void> {
    for (const documentId of openDocumentsHere()) {
      await store.lookFor(documentId).catch(error => console.error('the log could not be read:', error))
    }
  }

  /** A page wrote in a text, or closed it, beside the sockets: who has it open sees it at once. */
  function lookFor(documentId: string): void {
    contents.touch(documentId, 1)
    if (localSockets(io, documentRoom(documentId)).length === 0) return
    store.lookFor(documentId).catch(error => console.error('the log could not be read:', error))
    lookWhetherClosed(documentId)
  }

  /** A text that was closed is so for who has it open, too. */
  function lookWhetherClosed(documentId: string): void {
    lookup
      .find(documentId)
      .then(found => found && rights.textChanged(documentId, found))
      .catch(error => console.error('a text could not be looked up:', error))
  }

  authenticate(io, { db, publicUrl })
  io.on('connection', socket => {
    answerDocumentEvents(socket, { lookup, store, rights, cursors, people })
    socket.on('presence:enter', async (input, answer) => {
      const people = await presence.enter(socket, input?.place)
      answer?.(people ? { ok: true, people } : { ok: false, code: 'malformed', message: 'no such place' })
    })
    socket.on('presence:leave', async (input, answer) => {
      await presence.leave(socket, input?.place)
      answer?.({ ok: true })
    })
    socket.on('disconnect', () => {
      for (const documentId of Object.keys(socket.data.documents)) cursors.remove(socket, documentId)
      presence.gone(socket)
    })
  })
  io.of('/').adapter.on('delete-room', (room: string) => {
    if (room.startsWith('document:')) store.release(room.slice('document:'.length))
  })

  const listener = listen(connection, {
    activity: ({ id, groupId, topics }) => {
      if (!groupId) return
      for (const topic of topics) {
        if (topic.startsWith('document:')) lookFor(topic.slice('document:'.length))
        cluster.emitHere(placeRoom(groupId, topic), 'activity', { topic, id })
      }
    },
    rights: ({ personId, sessionId }) => {
      const change = personId ? rights.personChanged(personId) : rights.sessionEnded(sessionId ?? '')
      change.catch(error => console.error('changed rights could not be applied:', error))
    },
    listening: () => {
      rights.announced = true
      rights.everybody().catch(error => console.error('rights could not be read:', error))
      for (const documentId of openDocumentsHere()) lookWhetherClosed(documentId)
    },
    deaf: () => {
      rights.announced = false
    },
  })
  // Mandates end with the day and sessions at any moment, without anything being written.
  const clock = setInterval(() => {
    rights.everybody().catch(error => console.error('rights could not be read:', error))
  }, MINUTE)

  const stopWatching = dismissSlowReaders(io)

  return {
    presence,
    contents,
    /** @returns how many browser tabs are connected to this node */
    connections: () => io.sockets.sockets.size,
    async close() {
      clearInterval(clock)
      stopWatching()
      presence.close()
      await store.flush()
      await new Promise(done => io.close(done))
      await store.flush()
      await cluster.close()
      await contents.close()
      await listener.close()
    },
  }
}
