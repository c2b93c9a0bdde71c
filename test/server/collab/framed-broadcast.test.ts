import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '#server/documents/create-document'
import { startCollabServer } from '#test/support/collab-server'
import { createTestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

test('what somebody writes, short or long, reaches WebSockets, long polling and a connection that goes from one to the other', async () => {
  const database = await createTestDatabase()
  const server = await startCollabServer(database)
  onTestFinished(async () => {
    await server.close()
    await database.drop()
  })
  const { id: groupId } = await createGroup(database.db)
  const { personId } = await createActor(database.db, { groupId })
  const documentId = await database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: randomUUID() }))

  const readers = []
  for (const transports of [['websocket'], ['polling'], ['polling', 'websocket']]) {
    const socket = await server.connect(personId, transports)
    const doc = new Y.Doc()
    socket.on('document:update', message => Y.applyUpdate(doc, message.update))
    await socket.emitWithAck('document:join', { documentId, stateVector: Y.encodeStateVector(doc) })
    readers.push(doc.getText('default'))
  }
  const writer = await server.connect(personId)
  const doc = new Y.Doc()
  await writer.emitWithAck('document:join', { documentId, stateVector: Y.encodeStateVector(doc) })
  const sent: Promise<unknown>[] = []
  doc.on('update', update => sent.push(writer.emitWithAck('document:update', { documentId, update })))
  // One for each way in which a frame says its length.
  for (const length of [5, 300, 70_000]) doc.getText('default').insert(0, 'x'.repeat(length))
  await Promise.all(sent)
  const written = doc.getText('default').toString()
  for (const text of readers) await expect.poll(() => text.toString() === written).toBe(true)
})
