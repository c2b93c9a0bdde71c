import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createDb } from '#db/client'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { loadState } from '#server/documents/load-state'
import { type CollabServer, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'
import { openGate } from '#test/support/tcp-gate'

let database: TestDatabase
let gate: Awaited<ReturnType<typeof openGate>>
let gated: ReturnType<typeof createDb>
let server: CollabServer
let groupId: string
let ann: Actor
let ben: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  groupId = (await createGroup(database.db)).id
  ann = await createActor(database.db, { groupId, role: 'editor' })
  ben = await createActor(database.db, { groupId, role: 'editor' })
  const { host, port } = new pg.Client(database.url)
  gate = await openGate(host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : port)
  const url = new URL(database.url)
  url.searchParams.delete('host')
  url.searchParams.delete('port')
  url.hostname = '127.0.0.1'
  url.port = String(gate.port)
  gated = createDb({ connectionString: url.href, max: 5 })
  server = await startCollabServer({ ...database, ...gated, url: url.href })
})

afterAll(async () => {
  await server.close()
  await gated.db.destroy()
  await gate.close()
  await database.drop()
})

const newDocument = () =>
  database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: randomUUID() }))

const NOTHING = Y.encodeStateVector(new Y.Doc())

/** Joins; `write` tells what became of it, `seen` what others wrote. */
async function open(socket: TestSocket, documentId: string) {
  const doc = new Y.Doc()
  const answer = await socket.emitWithAck('document:join', { documentId, stateVector: NOTHING })
  if (!answer.ok) throw new Error(answer.code)
  Y.applyUpdate(doc, answer.update, 'server')
  socket.on('document:update', message => {
    if (message.documentId === documentId) Y.applyUpdate(doc, message.update, 'server')
  })
  return {
    seen: () => doc.getText('default').toString(),
    write(words: string) {
      let written: Uint8Array = new Uint8Array()
      doc.once('update', update => {
        written = update
      })
      doc.getText('default').insert(doc.getText('default').length, words)
      return { update: written, answer: socket.emitWithAck('document:update', { documentId, update: written }) }
    },
  }
}

async function stored(documentId: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await loadState(database.db, documentId)).state)
  return doc.getText('default').toString()
}

test('while the database is away an edit is refused as such and shown to nobody; when it is back the same edit is taken', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(ann.personId)
  const one = await open(socket, documentId)
  const two = await open(await server.connect(ben.personId), documentId)
  expect(await one.write('eerst ').answer).toEqual({ ok: true })
  await expect.poll(two.seen).toBe('eerst ')

  gate.cut()
  const lost = one.write('intussen')
  expect(await lost.answer).toMatchObject({ ok: false, code: 'unavailable' })
  expect(two.seen()).toBe('eerst ')

  gate.mend()
  const again = () => socket.emitWithAck('document:update', { documentId, update: lost.update })
  await expect.poll(again).toEqual({ ok: true })
  await expect.poll(two.seen).toBe('eerst intussen')
  expect(await stored(documentId)).toBe('eerst intussen')
})

test('after the database was away, ended rights are heard of again', async () => {
  const cas = await createActor(database.db, { groupId, role: 'editor' })
  const documentId = await newDocument()
  const socket = await server.connect(cas.personId)
  const page = await open(socket, documentId)
  expect(await page.write('a').answer).toEqual({ ok: true })
  gate.cut()
  await database.db.updateTable('mandate').set({ endsOn: '2020-01-01' }).where('personId', '=', cas.personId).execute()
  gate.mend()
  await expect.poll(() => socket.connected).toBe(false)
  expect(await stored(documentId)).toBe('a')
})

test('edits that follow each other closely keep their order, also when rights have to be read in between', async () => {
  const documentId = await newDocument()
  const page = await open(await server.connect(ann.personId), documentId)
  const connectedAt = performance.now()
  // Longer than rights are trusted by who cannot hear the database.
  await expect.poll(() => performance.now() - connectedAt).toBeGreaterThan(600)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen%'`.execute(database.db)
  const words = Array.from({ length: 200 }, (_, index) => `${index} `)
  const answers = await Promise.all(words.map(word => page.write(word).answer))
  expect(answers.filter(answer => !answer.ok)).toEqual([])
  expect(await stored(documentId)).toBe(words.join(''))
})

test('a disk that is full refuses edits and says so; what was there stays, and with room again all goes on', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(ann.personId)
  const one = await open(socket, documentId)
  const two = await open(await server.connect(ben.personId), documentId)
  expect(await one.write('vol').answer).toEqual({ ok: true })

  // What PostgreSQL answers when it cannot extend a file.
  await sql`
    create function refuse_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`.execute(
    database.db,
  )
  await sql`create trigger full_disk before insert on document_update execute function refuse_full()`.execute(
    database.db,
  )
  const refused = one.write(' niet')
  expect(await refused.answer).toMatchObject({ ok: false, code: 'unavailable' })
  const reader = await server.connect(ben.personId)
  expect((await open(reader, documentId)).seen()).toBe('vol')

  await sql`drop trigger full_disk on document_update`.execute(database.db)
  expect(await socket.emitWithAck('document:update', { documentId, update: refused.update })).toEqual({ ok: true })
  await expect.poll(two.seen).toBe('vol niet')
})

test('a database that takes its time is waited for: nothing is acknowledged or shown before it is stored', async () => {
  const documentId = await newDocument()
  const one = await open(await server.connect(ann.personId), documentId)
  const two = await open(await server.connect(ben.personId), documentId)
  const settled: string[] = []
  let sent: Promise<unknown>[] = []
  await database.db.transaction().execute(async trx => {
    await sql`select 1 from document where id = ${documentId} for update`.execute(trx)
    sent = ['a', 'b', 'c'].map(word => one.write(word).answer.then(() => settled.push(word)))
    // Somebody waits for the lock: the edit has reached the database.
    await expect
      .poll(async () => {
        const { rows } = await sql`select 1 from pg_locks where not granted and locktype = 'transactionid'`.execute(trx)
        return rows.length
      })
      .toBeGreaterThan(0)
    expect([settled, two.seen()]).toEqual([[], ''])
  })
  await Promise.all(sent)
  await expect.poll(two.seen).toBe('abc')
  expect(await stored(documentId)).toBe('abc')
})

test('two hundred who come at the same moment all get the text', async () => {
  const documentId = await newDocument()
  const one = await open(await server.connect(ann.personId), documentId)
  await one.write('voor allemaal').answer
  const storm = Array.from({ length: 200 }, async (_, index) => {
    const socket = await server.connect(index % 2 ? ann.personId : ben.personId)
    return (await open(socket, documentId)).seen()
  })
  expect(new Set(await Promise.all(storm))).toEqual(new Set(['voor allemaal']))
})

test('one connection opens fifty texts, no more; leaving one makes room', async () => {
  const socket = await server.connect(ann.personId)
  const join = (documentId: string) => socket.emitWithAck('document:join', { documentId, stateVector: NOTHING })
  const documents = await Promise.all(Array.from({ length: 51 }, newDocument))
  const last = documents.pop()!
  for (const documentId of documents) expect(await join(documentId)).toMatchObject({ ok: true })
  expect(await join(last)).toMatchObject({ ok: false, code: 'too-many' })
  await socket.emitWithAck('document:leave', { documentId: documents[0]! })
  expect(await join(last)).toMatchObject({ ok: true })
})

test('who asks for a text again and again is refused after a while, and served again when it is calm', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(ann.personId)
  const join = () => socket.emitWithAck('document:join', { documentId, stateVector: NOTHING })
  const answers = await Promise.all(Array.from({ length: 130 }, join))
  const refused = answers.filter(answer => !answer.ok)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: 'too-many' })))
  await expect.poll(join).toMatchObject({ ok: true })
})

test('many connections of one person have a limit together, and nobody else notices', async () => {
  const documentId = await newDocument()
  const many = await createActor(database.db, { groupId, role: 'editor' })
  const sockets = await Promise.all(Array.from({ length: 20 }, () => server.connect(many.personId)))
  const pages = await Promise.all(sockets.map(socket => open(socket, documentId)))
  const known = pages[0]!.write('bekend')
  expect(await known.answer).toEqual({ ok: true })
  // Whoever goes on after many refusals is disconnected.
  const send = (socket: TestSocket) =>
    socket.emitWithAck('document:update', { documentId, update: known.update }).catch(() => 'gone' as const)
  // Each stays below what one connection may send; sent at once, since the limits refill.
  const answers = await Promise.all(sockets.flatMap(socket => Array.from({ length: 290 }, () => send(socket))))
  const refused = answers.filter(answer => answer === 'gone' || !answer.ok)
  expect(refused.length).toBeGreaterThan(0)
  for (const answer of refused) if (answer !== 'gone') expect(answer).toMatchObject({ code: 'too-many' })

  const other = await open(await server.connect(ben.personId), documentId)
  expect(await other.write('ongestoord').answer).toEqual({ ok: true })
  const again = await server.connect(many.personId)
  await open(again, documentId)
  await expect.poll(() => send(again)).toEqual({ ok: true })
})

test('a text has a largest size; beyond it nothing is added, and deleting goes on', async () => {
  const documentId = await newDocument()
  const socket = await server.connect(ann.personId)
  const page = await open(socket, documentId)
  const long = 'x'.repeat(900_000)
  for (let i = 0; i < 8; i++) expect(await page.write(long).answer).toEqual({ ok: true })
  expect(await page.write(long).answer).toMatchObject({ ok: false, code: 'too-large' })

  const shorter = new Y.Doc()
  const { state } = await loadState(database.db, documentId)
  Y.applyUpdate(shorter, state)
  const before = Y.encodeStateVector(shorter)
  shorter.getText('default').delete(0, 1000)
  const update = Y.encodeStateAsUpdate(shorter, before)
  expect(await socket.emitWithAck('document:update', { documentId, update })).toEqual({ ok: true })
  expect((await stored(documentId)).length).toBe(8 * long.length - 1000)
})

test('what waits for a slow database is bounded: beyond that edits are refused at once, and those that wait are stored', async () => {
  const narrow = await startCollabServer(database, { waitingBytes: 2_000_000 })
  onTestFinished(() => narrow.close())
  const documents = await Promise.all(Array.from({ length: 10 }, newDocument))
  const socket = await narrow.connect(ann.personId)
  const pages = await Promise.all(documents.map(documentId => open(socket, documentId)))
  const long = 'x'.repeat(90_000)
  let answers: Promise<{ ok: boolean }>[] = []
  await database.db.transaction().execute(async trx => {
    await sql`select 1 from document where id = ${documents[0]} for update`.execute(trx)
    answers = pages.flatMap(page => Array.from({ length: 4 }, () => page.write(long).answer))
    expect(await Promise.race(answers)).toMatchObject({ ok: false, code: 'unavailable' })
  })
  const taken = (await Promise.all(answers)).filter(answer => answer.ok)
  expect(taken.length).toBeGreaterThan(0)
  const texts = await Promise.all(documents.map(stored))
  expect(texts.join('').length).toBe(taken.length * long.length)
})
