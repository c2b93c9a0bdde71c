import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { nameVersion } from '#server/documents/name-version'
import { restoreVersion } from '#server/documents/restore-version'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { type CollabServer, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

let database: TestDatabase
let nodes: CollabServer[]
let ann: Actor
let ben: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  nodes = [await startCollabServer(database), await startCollabServer(database)]
  const groupId = (await createGroup(database.db)).id
  ann = await createActor(database.db, { groupId })
  ben = await createActor(database.db, { groupId })
})

afterAll(async () => {
  for (const node of nodes) await node.close()
  await database.drop()
})

async function open(socket: TestSocket, documentId: string) {
  const doc = new Y.Doc()
  const answer = await socket.emitWithAck('document:join', { documentId, stateVector: Y.encodeStateVector(doc) })
  if (!answer.ok) throw new Error(answer.code)
  Y.applyUpdate(doc, answer.update)
  socket.on('document:update', message => Y.applyUpdate(doc, message.update))
  const fragment = doc.getXmlFragment(TEXT_FIELD)
  return {
    says: () => fragment.toString(),
    write: async (line: string) => {
      const known = Y.encodeStateVector(doc)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(line)])
      fragment.push([paragraph])
      const update = Y.encodeStateAsUpdate(doc, known)
      expect(await socket.emitWithAck('document:update', { documentId, update })).toEqual({ ok: true })
    },
  }
}

test('a version that is brought back is on every screen at once, on every node, and writing goes on', async () => {
  const { db } = database
  const subject = { groupId: ann.groupId, subjectType: 'measure' as const, subjectId: randomUUID() }
  const documentId = await db.transaction().execute(trx => createDocument(trx, subject))
  const one = await open(await nodes[0]!.connect(ann.personId), documentId)
  await one.write('eerste')
  const { number } = await db.transaction().execute(trx => nameVersion(trx, ann, { documentId, name: 'Begin' }))
  await one.write('tweede')
  const other = await open(await nodes[1]!.connect(ben.personId), documentId)
  expect(other.says()).toContain('tweede')

  await db.transaction().execute(trx => restoreVersion(trx, ann, { documentId, number }))
  for (const text of [one, other]) await expect.poll(text.says).toBe('<paragraph>eerste</paragraph>')
  await one.write('derde')
  await other.write('vierde')
  await expect.poll(other.says).not.toContain('tweede')
})
