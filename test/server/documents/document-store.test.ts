import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { type CommittedBatch, DocumentStore } from '#server/documents/document-store'
import { loadState } from '#server/documents/load-state'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

let database: TestDatabase
let ann: Actor
let ben: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  const { id: groupId } = await createGroup(database.db)
  ann = await createActor(database.db, { groupId })
  ben = await createActor(database.db, { groupId })
})

afterAll(() => database.drop())

const newDocument = () =>
  database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId: ann.groupId, subjectType: 'measure', subjectId: randomUUID() }))

/** A node of its own; `heard` is what it told its sockets. */
function startNode(receivers = 1) {
  const heard: CommittedBatch[] = []
  const onCommitted = (batch: CommittedBatch) => heard.push(batch)
  const store = new DocumentStore(database.db, database.pool, {
    onCommitted,
    onHeard: () => {},
    receivers: () => receivers,
  })
  return { store, heard }
}

/** Somebody who types into a node: each stroke is an edit; `outcomes` are what became of them. */
function typist(store: DocumentStore, documentId: string, actor: Actor) {
  const doc = new Y.Doc()
  const outcomes: ReturnType<DocumentStore['submit']>[] = []
  doc.on('update', (update, origin) => {
    if (origin === 'server') return
    const { personId, mandate } = actor
    outcomes.push(store.submit({ documentId, update, personId, mandateId: mandate.id, origin: personId }))
  })
  return { doc, text: doc.getText('default'), outcomes }
}

async function stored(documentId: string) {
  const { seq, state } = await loadState(database.db, documentId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return { seq, text: doc.getText('default').toString() }
}

test('edits that queue during a commit go into the next one together, each row with its author', async () => {
  const { store, heard } = startNode()
  const documentId = await newDocument()
  const one = typist(store, documentId, ann)
  const other = typist(store, documentId, ben)
  for (let i = 0; i < 100; i++) {
    one.text.insert(0, 'a')
    other.text.insert(0, 'b')
  }
  const outcomes = await Promise.all([...one.outcomes, ...other.outcomes])
  expect(outcomes.every(outcome => outcome.ok)).toBe(true)
  expect((await stored(documentId)).seq).toBe(200)
  expect(heard.length).toBeLessThan(10)

  const listener = new Y.Doc()
  for (const { update } of heard) Y.applyUpdate(listener, update)
  expect(listener.getText('default').toString()).toBe((await stored(documentId)).text)
})

test('two nodes that write in one text at once leave a log without gaps, and both read all of it', async () => {
  const documentId = await newDocument()
  const nodes = [startNode(), startNode()]
  const typists = [typist(nodes[0]!.store, documentId, ann), typist(nodes[1]!.store, documentId, ben)]
  for (let round = 0; round < 30; round++) {
    for (const [index, { text, outcomes }] of typists.entries()) {
      text.insert(text.length, index === 0 ? 'a' : 'b')
      if (round % 5 === 0) await outcomes.at(-1)
    }
  }
  const outcomes = await Promise.all(typists.flatMap(({ outcomes }) => outcomes))
  expect(outcomes.filter(outcome => !outcome.ok)).toEqual([])
  const { seq, text } = await stored(documentId)
  expect([seq, text.replaceAll('b', ''), text.replaceAll('a', '')]).toEqual([60, 'a'.repeat(30), 'b'.repeat(30)])

  for (const { store } of nodes) {
    const reader = new Y.Doc()
    Y.applyUpdate(reader, (await store.read(documentId, seq, Uint8Array.of(0))).update)
    expect(reader.getText('default').toString()).toBe(text)
  }
})

test('an edit on top of what another node stored a moment ago is taken', async () => {
  const documentId = await newDocument()
  const here = startNode()
  const there = startNode()
  await here.store.read(documentId, 0, Uint8Array.of(0))
  const first = typist(there.store, documentId, ann)
  first.text.insert(0, 'daar')
  expect(await first.outcomes[0]).toEqual({ ok: true })

  const second = typist(here.store, documentId, ben)
  Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc), 'server')
  second.text.insert(4, ' en hier')
  expect(await second.outcomes[0]).toEqual({ ok: true })
  expect((await stored(documentId)).text).toBe('daar en hier')
})

test('a client id that is used on two nodes belongs to who came first', async () => {
  const documentId = await newDocument()
  const owner = typist(startNode().store, documentId, ann)
  const late = startNode()
  await late.store.read(documentId, 0, Uint8Array.of(0))
  owner.text.insert(0, 'van Ann')
  await Promise.all(owner.outcomes)
  const thief = typist(late.store, documentId, ben)
  thief.doc.clientID = owner.doc.clientID
  Y.applyUpdate(thief.doc, Y.encodeStateAsUpdate(owner.doc), 'server')
  thief.doc.clientID = owner.doc.clientID
  thief.text.insert(0, 'van Ben, zogezegd')
  expect(await thief.outcomes[0]).toEqual({ ok: false, code: 'foreign-client-id' })
})

test('a text that fell quiet is read whole, and written on in', async () => {
  const { store } = startNode()
  const documentId = await newDocument()
  const { text, outcomes } = typist(store, documentId, ann)
  for (const word of ['een', ' twee', ' drie']) text.insert(text.length, word)
  await Promise.all(outcomes)
  store.settle(documentId)
  text.insert(text.length, ' vier')
  expect(await outcomes.at(-1)).toEqual({ ok: true })
  store.settle(documentId)
  const reader = new Y.Doc()
  Y.applyUpdate(reader, (await store.read(documentId, 4, Uint8Array.of(0))).update)
  expect(reader.getText('default').toString()).toBe('een twee drie vier')
})

test('what was stored already is acknowledged again, and not stored again', async () => {
  const { store } = startNode()
  const documentId = await newDocument()
  const { doc, text, outcomes } = typist(store, documentId, ann)
  text.insert(0, 'eenmaal')
  await Promise.all(outcomes)
  const again = { documentId, personId: ann.personId, mandateId: ann.mandate.id, origin: 'again' }
  expect(await store.submit({ ...again, update: Y.encodeStateAsUpdate(doc) })).toEqual({ ok: true })
  expect((await stored(documentId)).seq).toBe(1)
})

test('a batch that cannot be stored is refused as unavailable, and nobody hears of it', async () => {
  const { store, heard } = startNode()
  const { text, outcomes } = typist(store, await newDocument(), {
    ...ann,
    mandate: { ...ann.mandate, id: randomUUID() },
  })
  text.insert(0, 'zonder mandaat')
  expect(await outcomes[0]).toEqual({ ok: false, code: 'unavailable' })
  expect(heard).toEqual([])
})

test('a text of thousands of keystrokes is read whole, by a node that has not seen it before', async () => {
  const documentId = await newDocument()
  const writer = typist(startNode().store, documentId, ann)
  for (let i = 0; i < 3000; i++) {
    if (i % 7 === 6) writer.text.delete(writer.text.length - 1, 1)
    else writer.text.insert(writer.text.length, String(i % 10))
  }
  await Promise.all(writer.outcomes)
  const { seq } = await stored(documentId)
  const reader = new Y.Doc()
  Y.applyUpdate(reader, (await startNode().store.read(documentId, seq, Uint8Array.of(0))).update)
  expect(seq).toBe(3000)
  expect(reader.getText('default').toString()).toBe(writer.text.toString())
  expect(reader.store.pendingStructs).toBeNull()
})
