import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io as connect } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { broadcastFramed } from '#server/collab/framed-broadcast'
import type { CollabServer as Sockets } from '#server/collab/sockets'
import { createDocument } from '#server/documents/create-document'
import { type CollabServer, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

let database: TestDatabase
let server: CollabServer
let personId: string
let documentId: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  const { id: groupId } = await createGroup(database.db)
  personId = (await createActor(database.db, { groupId })).personId
  documentId = await database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: randomUUID() }))
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

/** A text that follows the server over a connection. */
async function follow(socket: TestSocket) {
  const doc = new Y.Doc()
  socket.on('document:update', message => Y.applyUpdate(doc, message.update, 'server'))
  const answer = await socket.emitWithAck('document:join', { documentId, stateVector: Y.encodeStateVector(doc) })
  if (!answer.ok) throw new Error(answer.code)
  Y.applyUpdate(doc, answer.update, 'server')
  return doc.getText('default')
}

/** The same, and what is written in it is sent; `sent` are the answers. */
async function write(socket: TestSocket) {
  const text = await follow(socket)
  const sent: Promise<unknown>[] = []
  text.doc!.on('update', (update, origin) => {
    if (origin !== 'server') sent.push(socket.emitWithAck('document:update', { documentId, update }))
  })
  return { text, sent }
}

test('what somebody writes, short or long, reaches WebSockets, long polling and a connection that goes from one to the other', async () => {
  const readers = []
  for (const transports of [['websocket'], ['polling'], ['polling', 'websocket']]) {
    readers.push(await follow(await server.connect(personId, transports)))
  }
  const { text, sent } = await write(await server.connect(personId))
  // One for each way in which a frame says its length.
  for (const length of [5, 300, 70_000]) text.insert(0, 'x'.repeat(length))
  await Promise.all(sent)
  const written = text.toString()
  for (const reader of readers) await expect.poll(() => reader.toString() === written).toBe(true)
})

test('what is sent to many never comes between the parts of what is sent to one', async () => {
  const http = createServer()
  const io: Sockets = new Server(http)
  await new Promise<void>(done => http.listen(0, '127.0.0.1', done))
  const parts = { documentId, update: Buffer.alloc(10) }
  io.on('connection', socket => {
    // Socket.io sends the one in two goes, with time in between.
    socket.emit('document:awareness', parts)
    broadcastFramed(io, [socket], 'document:update', parts)
    socket.emit('document:awareness', parts)
    broadcastFramed(io, [socket], 'document:update', parts, true)
    broadcastFramed(io, [socket], 'document:update', parts)
  })
  const socket: TestSocket = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    transports: ['websocket'],
  })
  const got: string[] = []
  for (const event of ['document:awareness', 'document:update'] as const) socket.on(event, () => got.push(event))
  await expect
    .poll(() => got)
    .toEqual(['document:awareness', 'document:update', 'document:awareness', 'document:update'])
  socket.disconnect()
  await io.close()
})
