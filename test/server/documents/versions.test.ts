import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { DocumentStore } from '#server/documents/document-store'
import { freezeVersion } from '#server/documents/freeze-version'
import { loadState } from '#server/documents/load-state'
import { readContent } from '#server/documents/read-content'
import { documentsBehind, writeContent } from '#server/documents/write-content'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor } from '#test/support/fixtures'

let database: TestDatabase
let actor: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  actor = await createActor(database.db)
})

afterAll(() => database.drop())

async function newText() {
  const { db, pool } = database
  const subject = { groupId: actor.groupId, subjectType: 'measure' as const, subjectId: randomUUID() }
  const documentId = await db.transaction().execute(trx => createDocument(trx, subject))
  const store = new DocumentStore(db, pool, { onCommitted: () => {}, onHeard: () => {}, receivers: () => 0 })
  const doc = new Y.Doc()
  doc.on('update', update => {
    store.submit({ documentId, update, personId: actor.personId, mandateId: actor.mandate.id, origin: '' })
  })
  return {
    ...subject,
    documentId,
    store,
    async write(line: string) {
      doc.transact(() => {
        const paragraph = new Y.XmlElement('paragraph')
        doc.getXmlFragment('default').push([paragraph])
        paragraph.push([new Y.XmlText(line)])
      })
      await store.flush()
    },
    freeze: () => db.transaction().execute(trx => freezeVersion(trx, actor, { documentId, reason: 'decision' })),
  }
}

test('a version keeps what lay on the table, whatever is written after', async () => {
  const text = await newText()
  await text.write('eerste')
  const version = await text.freeze()
  await text.write('tweede')
  const frozen = await database.db
    .selectFrom('documentVersion')
    .select(['number', 'text', 'seq'])
    .where('id', '=', version.id)
    .executeTakeFirst()
  expect(frozen).toEqual({ number: 1, text: 'eerste', seq: version.seq })
  expect((await readContent(database.db, text.documentId)).text).toBe('eerste\ntweede')
})

test('an unchanged text has one version, a changed one a next', async () => {
  const text = await newText()
  await text.write('eerste')
  const first = await text.freeze()
  expect(await text.freeze()).toEqual(first)
  await text.write('tweede')
  expect((await text.freeze()).number).toBe(2)
})

test('a version cannot be changed or removed, and belongs to the group', async () => {
  const text = await newText()
  const { id } = await text.freeze()
  const { db } = database
  await expect(
    db.updateTable('documentVersion').set({ text: 'anders' }).where('id', '=', id).execute(),
  ).rejects.toThrow()
  await expect(db.deleteFrom('documentVersion').where('id', '=', id).execute()).rejects.toThrow()
  const stranger = await createActor(db)
  const freeze = db
    .transaction()
    .execute(trx => freezeVersion(trx, stranger, { documentId: text.documentId, reason: 'manual' }))
  await expect(freeze).rejects.toMatchObject({ code: 'not-found' })
})

test('content is read exactly, also before it was written beside the log', async () => {
  const text = await newText()
  await text.write('vers')
  expect((await readContent(database.db, text.documentId)).html).toBe('<p>vers</p>')
  await writeContent(database.db, text.documentId)
  await text.write('verser')
  expect((await readContent(database.db, text.documentId)).html).toBe('<p>vers</p><p>verser</p>')
})

test('written content catches up with the log once, and puts who wrote on the record', async () => {
  const text = await newText()
  await text.write('eerste')
  expect(await documentsBehind(database.db)).toContain(text.documentId)
  expect(await writeContent(database.db, text.documentId)).toBe(true)
  expect(await writeContent(database.db, text.documentId)).toBe(false)
  expect(await documentsBehind(database.db)).not.toContain(text.documentId)

  await text.write('tweede')
  await Promise.all([writeContent(database.db, text.documentId), writeContent(database.db, text.documentId)])
  const activities = await database.db
    .selectFrom('activity')
    .select(['verb', 'personId', 'mandateId', 'topics'])
    .where('subjectId', '=', text.subjectId)
    .execute()
  const topics = [`measure:${text.subjectId}`, 'measures', `group:${actor.groupId}`]
  const { personId, mandate } = actor
  expect(activities).toEqual([{ verb: 'text.edited', personId, mandateId: mandate.id, topics }])
})

test('a long log is compacted into a snapshot, with the rows kept and nothing lost', async () => {
  const text = await newText()
  for (let i = 0; i < 201; i++) await text.write(`regel ${i}`)
  const before = await readContent(database.db, text.documentId)
  await writeContent(database.db, text.documentId)
  const { seq, rowsAfterSnapshot } = await loadState(database.db, text.documentId)
  expect([seq, rowsAfterSnapshot]).toEqual([201, 0])
  await text.write('na de samenvatting')
  expect((await readContent(database.db, text.documentId)).text).toBe(`${before.text}\nna de samenvatting`)
  const { rows } = await database.db
    .selectFrom('documentUpdate')
    .select(eb => eb.fn.countAll<number>().as('rows'))
    .where('documentId', '=', text.documentId)
    .executeTakeFirstOrThrow()
  expect(rows).toBe(202)
})
