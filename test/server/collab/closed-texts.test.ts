import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordActivity } from '#server/activity/record-activity'
import type { Actor } from '#server/auth/actor.shared'
import { closeDocuments, reopenDocuments } from '#server/documents/close-documents'
import { createDocument } from '#server/documents/create-document'
import { loadState } from '#server/documents/load-state'
import { type CollabServer, next, startCollabServer } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

let database: TestDatabase
let server: CollabServer
let editor: Actor
let coordinator: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  const groupId = (await createGroup(database.db)).id
  editor = await createActor(database.db, { groupId, role: 'editor' })
  coordinator = await createActor(database.db, { groupId, role: 'coordinator' })
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

const newMinutes = () =>
  database.db
    .transaction()
    .execute(trx =>
      createDocument(trx, { groupId: editor.groupId, subjectType: 'agenda-item', subjectId: randomUUID() }),
    )

const change = (how: typeof closeDocuments, documentId: string, isTold = true) =>
  database.db.transaction().execute(async trx => {
    const topics = await how(trx, [documentId])
    const about = { verb: 'minutes.put-for-comment', subjectType: 'meeting', subjectId: randomUUID() }
    if (isTold) await recordActivity(trx, coordinator, { ...about, topics })
  })

const edit = (words: string) => {
  const doc = new Y.Doc()
  doc.getText('default').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}
const stateVector = Y.encodeStateVector(new Y.Doc())

async function stored(documentId: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await loadState(database.db, documentId)).state)
  return doc.getText('default').toString()
}

test('who writes in a text that is closed is told, and nothing more of theirs is stored, until it is opened again', async () => {
  const documentId = await newMinutes()
  for (const { personId } of [editor, coordinator]) {
    const socket = await server.connect(personId)
    const answer = await socket.emitWithAck('document:join', { documentId, stateVector })
    expect(answer).toMatchObject({ ok: true, access: 'write' })
    expect(await socket.emitWithAck('document:update', { documentId, update: edit('voor ') })).toEqual({ ok: true })

    const told = next(socket, 'document:access')
    await change(closeDocuments, documentId)
    expect(await told).toMatchObject({ documentId, access: 'comment', reason: 'closed' })
    const refused = await socket.emitWithAck('document:update', { documentId, update: edit('NA') })
    expect(refused).toMatchObject({ ok: false, code: 'forbidden' })

    const back = next(socket, 'document:access')
    await change(reopenDocuments, documentId)
    expect(await back).toMatchObject({ documentId, access: 'write', reason: 'opened' })
  }
  expect(await stored(documentId)).toBe('voor voor ')
})

test('a crafted message writes nothing either, when nobody was told that the text is closed', async () => {
  const documentId = await newMinutes()
  const socket = await server.connect(coordinator.personId)
  await socket.emitWithAck('document:join', { documentId, stateVector })
  await change(closeDocuments, documentId, false)
  const refused = await socket.emitWithAck('document:update', { documentId, update: edit('smokkel') })
  expect(refused).toMatchObject({ ok: false, code: 'forbidden' })

  const late = await server.connect(editor.personId)
  expect(await late.emitWithAck('document:join', { documentId, stateVector })).toMatchObject({ access: 'comment' })
  expect(await late.emitWithAck('document:update', { documentId, update: edit('x') })).toMatchObject({
    code: 'forbidden',
  })
  expect(await stored(documentId)).toBe('')
})
