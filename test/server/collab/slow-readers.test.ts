import { randomUUID } from 'node:crypto'
import type net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { type CollabServer, startCollabServer } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

let database: TestDatabase
let server: CollabServer
let writer: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  writer = await createActor(database.db, { groupId: (await createGroup(database.db)).id })
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

test('a connection that reads nothing is let go of, and the others do not notice', async () => {
  const { db } = database
  const subject = { groupId: writer.groupId, subjectType: 'measure' as const, subjectId: randomUUID() }
  const documentId = await db.transaction().execute(trx => createDocument(trx, subject))
  const slow = await server.connect(writer.personId)
  const joined = await slow.emitWithAck('document:join', { documentId, stateVector: Uint8Array.of(0) })
  expect(joined.ok).toBe(true)
  const line = (slow.io.engine.transport as unknown as { ws: { _socket: net.Socket } }).ws._socket
  line.pause()

  const socket = await server.connect(writer.personId)
  await socket.emitWithAck('document:join', { documentId, stateVector: Uint8Array.of(0) })
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const page = 'x'.repeat(900_000)
  for (let i = 0; i < 12; i++) {
    doc.getText('default').insert(0, page)
    doc.getText('default').delete(0, page.length)
  }
  for (const update of updates) {
    expect(await socket.emitWithAck('document:update', { documentId, update })).toEqual({ ok: true })
  }
  await expect.poll(() => server.connections()).toBe(1)
})
