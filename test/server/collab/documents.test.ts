import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { loadState } from '#server/documents/load-state'
import { type CollabServer, next, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

let database: TestDatabase
let server: CollabServer
let groupId: string
let editor: Actor
let colleague: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  groupId = (await createGroup(database.db)).id
  editor = await createActor(database.db, { groupId, role: 'editor' })
  colleague = await createActor(database.db, { groupId, role: 'editor' })
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

const newDocument = (group = groupId) =>
  database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId: group, subjectType: 'measure', subjectId: randomUUID() }))

/** Joins with a Yjs document that follows the server and sends what is typed; `sent` are the answers to that. */
async function open(socket: TestSocket, documentId: string) {
  const doc = new Y.Doc()
  const answer = await socket.emitWithAck('document:join', { documentId, stateVector: Y.encodeStateVector(doc) })
  if (!answer.ok) throw new Error(answer.code)
  Y.applyUpdate(doc, answer.update, 'server')
  const sent: Promise<unknown>[] = []
  socket.on('document:update', message => {
    if (message.documentId === documentId) Y.applyUpdate(doc, message.update, 'server')
  })
  doc.on('update', (update, origin) => {
    if (origin !== 'server') sent.push(socket.emitWithAck('document:update', { documentId, update }))
  })
  return { doc, text: doc.getText('default'), answer, sent }
}

async function stored(documentId: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await loadState(database.db, documentId)).state)
  return doc.getText('default').toString()
}

test('what two people type at once reaches both, and every acknowledged character is on disk', async () => {
  const documentId = await newDocument()
  const one = await open(await server.connect(editor.personId), documentId)
  const other = await open(await server.connect(colleague.personId), documentId)
  for (let i = 0; i < 50; i++) {
    one.text.insert(0, 'a')
    other.text.insert(other.text.length, 'b')
    if (i % 10 === 0) await Promise.all([...one.sent, ...other.sent])
  }
  const answers = await Promise.all([...one.sent, ...other.sent])
  expect(answers.every(answer => (answer as { ok: boolean }).ok)).toBe(true)
  const onDisk = await stored(documentId)
  expect(onDisk.replaceAll('b', '')).toBe('a'.repeat(50))
  expect(onDisk.replaceAll('a', '')).toBe('b'.repeat(50))
  await expect.poll(() => one.text.toString()).toBe(onDisk)
  await expect.poll(() => other.text.toString()).toBe(onDisk)

  const log = await database.db
    .selectFrom('documentUpdate')
    .select(['seq', 'personId', 'mandateId'])
    .where('documentId', '=', documentId)
    .orderBy('seq')
    .execute()
  expect(log.map(row => row.seq)).toEqual(log.map((_, index) => index + 1))
  expect(new Set(log.map(row => row.mandateId))).toEqual(new Set([editor.mandate.id, colleague.mandate.id]))
})

test('a newcomer gets what they lack, and says what the server lacks', async () => {
  const documentId = await newDocument()
  const first = await open(await server.connect(editor.personId), documentId)
  first.text.insert(0, 'Waarom')
  await Promise.all(first.sent)
  const second = await open(await server.connect(colleague.personId), documentId)
  expect(second.text.toString()).toBe('Waarom')
  expect(second.answer.access).toBe('write')
  expect(Y.decodeStateVector(second.answer.stateVector)).toEqual(new Map([[first.doc.clientID, 6]]))
})

test('an edit that skips another is refused until that one is here', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(editor.personId)
  await open(socket, documentId)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  doc.getText('default').insert(0, 'een')
  doc.getText('default').insert(3, ' twee')
  const send = (update: Uint8Array) => socket.emitWithAck('document:update', { documentId, update })
  expect(await send(updates[1]!)).toMatchObject({ ok: false, code: 'missing-dependency' })
  expect(await send(updates[0]!)).toEqual({ ok: true })
  expect(await send(updates[1]!)).toEqual({ ok: true })
  expect(await stored(documentId)).toBe('een twee')
})

test("nobody writes under somebody else's client id", async () => {
  const documentId = await newDocument()
  const first = await open(await server.connect(editor.personId), documentId)
  first.text.insert(0, 'van mij')
  await Promise.all(first.sent)
  const thief = await server.connect(colleague.personId)
  const second = await open(thief, documentId)
  second.doc.clientID = first.doc.clientID
  second.text.insert(7, ' niet')
  expect(await second.sent[0]).toMatchObject({ ok: false, code: 'foreign-client-id' })
  expect(await stored(documentId)).toBe('van mij')
})

test('garbage is refused with a code, is not stored, and disturbs nobody', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(editor.personId)
  const witness = await open(await server.connect(colleague.personId), documentId)
  await open(socket, documentId)
  const send = (update: unknown) => socket.emitWithAck('document:update', { documentId, update } as never)
  expect(await send(new Uint8Array(100).fill(255))).toMatchObject({ ok: false, code: 'malformed' })
  expect(await send('text')).toMatchObject({ ok: false, code: 'malformed' })
  expect(await send(new Uint8Array(1_500_000))).toMatchObject({ ok: false, code: 'too-large' })
  socket.emit('document:update', null as never, null as never)
  socket.emit('document:join', null as never, null as never)
  witness.text.insert(0, 'ongestoord')
  expect(await Promise.all(witness.sent)).toEqual([{ ok: true }])
  expect(await stored(documentId)).toBe('ongestoord')
})

test('a client that keeps at it is disconnected', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(editor.personId)
  await open(socket, documentId)
  const gone = new Promise<string>(resolve => socket.once('disconnect', resolve))
  for (let i = 0; i < 500; i++) socket.emit('document:update', { documentId, update: Uint8Array.of(9) }, () => {})
  expect(await gone).toBe('io server disconnect')
})

test('who may not write reads along, and a document of another group does not exist', async () => {
  const documentId = await newDocument()
  const representative = await createActor(database.db, { groupId, role: 'representative' })
  const observer = await createActor(database.db, { groupId, role: 'observer' })
  for (const [actor, access] of [
    [representative, 'comment'],
    [observer, 'read'],
  ] as const) {
    const reader = await open(await server.connect(actor.personId), documentId)
    expect(reader.answer.access).toBe(access)
    reader.text.insert(0, 'x')
    expect(await reader.sent[0]).toMatchObject({ ok: false, code: 'forbidden' })
  }
  const elsewhere = await newDocument((await createGroup(database.db)).id)
  const socket = await server.connect(editor.personId)
  const stateVector = Uint8Array.of(0)
  for (const id of [elsewhere, randomUUID()]) {
    expect(await socket.emitWithAck('document:join', { documentId: id, stateVector })).toMatchObject({
      code: 'not-found',
    })
    const update = Uint8Array.of(0, 0)
    expect(await socket.emitWithAck('document:update', { documentId: id, update })).toMatchObject({ code: 'not-found' })
  }
})

test('a role that drops reaches the open text, and a mandate or session that ends closes it', async () => {
  const documentId = await newDocument()
  const leaver = await createActor(database.db, { groupId, role: 'editor' })
  const socket = await server.connect(leaver.personId)
  const { text, sent } = await open(socket, documentId)
  text.insert(0, 'nog net')
  expect(await sent[0]).toEqual({ ok: true })

  const dropped = next(socket, 'document:access')
  await database.db.updateTable('mandate').set({ role: 'observer' }).where('id', '=', leaver.mandate.id).execute()
  expect(await dropped).toEqual({ documentId, access: 'read', reason: 'rights-changed' })
  text.insert(0, 'te laat ')
  expect(await sent[1]).toMatchObject({ ok: false, code: 'forbidden' })

  const ended = next(socket, 'document:access')
  const gone = new Promise(resolve => socket.once('disconnect', resolve))
  await server.sessions.endAll(leaver.personId)
  expect(await ended).toEqual({ documentId, access: 'none', reason: 'session-ended' })
  await gone
  expect(await stored(documentId)).toBe('nog net')
})

test('a visitor and a page of another site get no connection', async () => {
  const refusal = (socket: TestSocket) => new Promise<Error>(resolve => socket.once('connect_error', resolve))
  expect((await refusal(server.dial({ origin: server.url }))).message).toBe('unauthenticated')
  const { cookie } = await server.sessions.create(editor.personId)
  const foreign = server.dial({ cookie: cookie.split(';')[0]!, origin: 'https://elsewhere.example' })
  expect(await refusal(foreign)).toBeInstanceOf(Error)
  expect(foreign.connected).toBe(false)
})
