import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentProvider } from '#app/collab/document-provider'
import type { OfflineStore } from '#app/collab/offline-store'
import { saveState } from '#app/collab/save-state'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { loadState } from '#server/documents/load-state'
import { type CollabServer, startCollabServer, type TestSocket } from '#test/support/collab-server'
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

const newDocument = () =>
  database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: randomUUID() }))

interface Opening {
  actor?: Actor
  socket?: TestSocket
  offlineStore?: OfflineStore
  doc?: Y.Doc
}

/** A text as a tab has it open; `until` waits for a save state. */
async function open(documentId: string, { actor = editor, socket, offlineStore, doc = new Y.Doc() }: Opening = {}) {
  const connection = socket ?? (await server.connect(actor.personId))
  const awareness = new Awareness(doc)
  const { personId } = actor
  const provider = new DocumentProvider({ documentId, personId, doc, awareness, socket: connection, offlineStore })
  const state = () => saveState(provider.getSnapshot())
  return {
    doc,
    awareness,
    provider,
    socket: connection,
    text: doc.getText('default'),
    state,
    until: (kind: string) => expect.poll(() => state().kind).toBe(kind),
    close() {
      provider.destroy()
      awareness.destroy()
    },
  }
}

async function stored(documentId: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await loadState(database.db, documentId)).state)
  return doc.getText('default').toString()
}

const logLength = async (documentId: string) =>
  Number(
    (
      await database.db
        .selectFrom('documentUpdate')
        .select(eb => eb.fn.countAll().as('rows'))
        .where('documentId', '=', documentId)
        .executeTakeFirstOrThrow()
    ).rows,
  )

const setRole = (actor: Actor, role: 'editor' | 'observer') =>
  database.db.updateTable('mandate').set({ role }).where('id', '=', actor.mandate.id).execute()

/** What a device kept of an earlier visit. */
class KeptText implements OfflineStore {
  readonly unsentBefore: number
  isCleared = false

  constructor(
    private readonly kept: Uint8Array,
    unsent: number,
  ) {
    this.unsentBefore = unsent
  }

  async load(doc: Y.Doc) {
    Y.applyUpdate(doc, this.kept)
    return true
  }

  remember() {}

  async clear() {
    this.isCleared = true
  }

  close() {}
}

test('says saved when the server has it, not before', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  tab.text.insert(0, 'Waarom')
  expect(tab.state()).toEqual({ kind: 'saving' })
  expect(tab.provider.getSnapshot()).toMatchObject({ unsaved: 1, inFlight: true })
  await tab.until('saved')
  expect(await stored(documentId)).toBe('Waarom')
})

test('sends what is typed during a request as one, after it', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  for (const letter of 'vrijwilligers') tab.text.insert(tab.text.length, letter)
  await tab.until('saved')
  expect(await stored(documentId)).toBe('vrijwilligers')
  expect(await logLength(documentId)).toBe(2)
})

test('keeps two tabs the same, whoever types', async () => {
  const documentId = await newDocument()
  const one = await open(documentId)
  const other = await open(documentId, { actor: colleague })
  await one.until('saved')
  await other.until('saved')
  for (let i = 0; i < 20; i++) {
    one.text.insert(0, 'a')
    other.text.insert(other.text.length, 'b')
  }
  await one.until('saved')
  await other.until('saved')
  await expect.poll(() => one.text.length).toBe(40)
  await expect.poll(() => other.text.toString()).toBe(one.text.toString())
  expect(await stored(documentId)).toBe(one.text.toString())
})

test('keeps edits made without a connection, counts them, and sends them on return', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  tab.socket.disconnect()
  expect(tab.state()).toEqual({ kind: 'offline-clean' })
  tab.text.insert(0, 'Onderweg')
  expect(tab.state()).toMatchObject({ kind: 'offline', edits: 1 })
  tab.socket.connect()
  await tab.until('saved')
  expect(await stored(documentId)).toBe('Onderweg')
})

test('sends again what was under way when the connection broke', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  tab.text.insert(0, 'Halverwege')
  expect(tab.provider.getSnapshot().inFlight).toBe(true)
  tab.socket.disconnect()
  expect(tab.state()).toMatchObject({ kind: 'offline', edits: 1 })
  tab.socket.connect()
  await tab.until('saved')
  expect(await stored(documentId)).toBe('Halverwege')
})

test('sends what an earlier tab left on the device: what was written and what was deleted', async () => {
  const documentId = await newDocument()
  const before = await open(documentId)
  await before.until('saved')
  before.text.insert(0, 'Een twee drie')
  await before.until('saved')
  before.socket.disconnect()
  before.text.insert(before.text.length, ' vier')
  before.text.delete(0, 4)
  const kept = new KeptText(Y.encodeStateAsUpdate(before.doc), 2)
  before.close()

  const tab = await open(documentId, { offlineStore: kept })
  expect(tab.provider.getSnapshot().unsaved).toBe(2)
  await tab.until('saved')
  expect(await stored(documentId)).toBe('twee drie vier')
  expect(tab.text.toString()).toBe('twee drie vier')
})

test('sends a deletion alone, and nothing when the device holds nothing new', async () => {
  const documentId = await newDocument()
  const before = await open(documentId)
  await before.until('saved')
  before.text.insert(0, 'Een twee')
  await before.until('saved')
  before.socket.disconnect()
  before.text.delete(3, 5)
  const kept = Y.encodeStateAsUpdate(before.doc)
  before.close()

  const tab = await open(documentId, { offlineStore: new KeptText(kept, 1) })
  await tab.until('saved')
  expect(await stored(documentId)).toBe('Een')
  const rows = await logLength(documentId)
  tab.close()

  const again = await open(documentId, { offlineStore: new KeptText(Y.encodeStateAsUpdate(tab.doc), 0) })
  await again.until('saved')
  again.close()
  expect(await logLength(documentId)).toBe(rows)
})

test('does not send what only looking on makes Yjs tidy up', async () => {
  const documentId = await newDocument()
  const writer = await open(documentId)
  const onlooker = await open(documentId, { actor: colleague })
  await writer.until('saved')
  await onlooker.until('saved')
  writer.text.insert(0, 'vet of niet')
  writer.text.format(0, 3, { bold: true })
  writer.text.format(0, 11, { bold: true })
  writer.text.format(0, 11, { bold: null })
  await writer.until('saved')
  await expect.poll(() => onlooker.text.toDelta()).toEqual([{ insert: 'vet of niet' }])
  expect(onlooker.state()).toEqual({ kind: 'saved' })
  const log = await database.db
    .selectFrom('documentUpdate')
    .select('personId')
    .where('documentId', '=', documentId)
    .execute()
  expect(new Set(log.map(row => row.personId))).toEqual(new Set([editor.personId]))
})

test('lets a representative follow, and sends nothing of theirs', async () => {
  const representative = await createActor(database.db, { groupId, role: 'representative' })
  const documentId = await newDocument()
  const writer = await open(documentId)
  const reader = await open(documentId, { actor: representative })
  await reader.until('read-only')
  expect(reader.state()).toMatchObject({ access: 'comment' })
  await writer.until('saved')
  writer.text.insert(0, 'Te lezen')
  await expect.poll(() => reader.text.toString()).toBe('Te lezen')
  reader.text.insert(0, 'Niet ')
  expect(reader.state().kind).toBe('read-only')
  await writer.until('saved')
  expect(await stored(documentId)).toBe('Te lezen')
})

test('turns read-only when the role drops, and back when it returns', async () => {
  const member = await createActor(database.db, { groupId, role: 'editor' })
  const documentId = await newDocument()
  const tab = await open(documentId, { actor: member })
  await tab.until('saved')
  await setRole(member, 'observer')
  await tab.until('read-only')
  expect(tab.state()).toEqual({ kind: 'read-only', access: 'read', reason: 'rights-changed' })
  await setRole(member, 'editor')
  await tab.until('saved')
  tab.text.insert(0, 'Weer')
  await tab.until('saved')
  expect(await stored(documentId)).toBe('Weer')
})

test('keeps what may not be sent any more, and says so', async () => {
  const member = await createActor(database.db, { groupId, role: 'editor' })
  const documentId = await newDocument()
  const tab = await open(documentId, { actor: member })
  await tab.until('saved')
  tab.socket.disconnect()
  tab.text.insert(0, 'Te laat')
  await setRole(member, 'observer')
  tab.socket.connect()
  await tab.until('refused')
  expect(tab.state()).toMatchObject({ code: 'forbidden', edits: 1 })
  expect(tab.text.toString()).toBe('Te laat')
  expect(await stored(documentId)).toBe('')
})

test('has no access once the mandate ended, and leaves nothing on the device', async () => {
  const member = await createActor(database.db, { groupId, role: 'editor' })
  const documentId = await newDocument()
  const offlineStore = new KeptText(Y.encodeStateAsUpdate(new Y.Doc()), 0)
  const tab = await open(documentId, { actor: member, offlineStore })
  await tab.until('saved')
  await database.db.updateTable('mandate').set({ endsOn: '2020-12-31' }).where('id', '=', member.mandate.id).execute()
  await tab.until('no-access')
  expect(tab.state()).toMatchObject({ reason: 'rights-changed', since: expect.any(Number) })
  expect(offlineStore.isCleared).toBe(true)
})

test('keeps the text on the device when only the session ended', async () => {
  const documentId = await newDocument()
  const offlineStore = new KeptText(Y.encodeStateAsUpdate(new Y.Doc()), 0)
  const member = await createActor(database.db, { groupId, role: 'editor' })
  const tab = await open(documentId, { actor: member, offlineStore })
  await tab.until('saved')
  await database.db.deleteFrom('session').where('userId', '=', member.personId).execute()
  await tab.until('no-access')
  expect(tab.state()).toMatchObject({ reason: 'session-ended' })
  expect(offlineStore.isCleared).toBe(false)
})

test.each([
  ['session', 'unauthenticated', false],
  ['right', 'not-found', true],
] as const)(
  'a %s that ended while there was no connection decides what the device keeps',
  async (what, reason, isCleared) => {
    const documentId = await newDocument()
    const offlineStore = new KeptText(Y.encodeStateAsUpdate(new Y.Doc()), 0)
    const member = await createActor(database.db, { groupId, role: 'editor' })
    const tab = await open(documentId, { actor: member, offlineStore })
    await tab.until('saved')
    tab.socket.disconnect()
    tab.text.insert(0, 'op de trein')
    const { db } = database
    if (what === 'session') await db.deleteFrom('session').where('userId', '=', member.personId).execute()
    else await db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', member.personId).execute()
    tab.socket.connect()
    await tab.until('no-access')
    expect(tab.state()).toMatchObject({ reason })
    expect(offlineStore.isCleared).toBe(isCleared)
  },
)

test('refuses what is too large for one message, and keeps it', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  tab.text.insert(0, 'x'.repeat(1_100_000))
  await tab.until('refused')
  expect(tab.state()).toMatchObject({ code: 'too-large', edits: 1 })
  expect(tab.text.length).toBe(1_100_000)
  expect(await stored(documentId)).toBe('')
})

test('sends more than fits in one message as several', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  tab.socket.disconnect()
  for (let i = 0; i < 3; i++) tab.text.insert(0, String(i).repeat(500_000))
  tab.socket.connect()
  await tab.until('saved')
  expect(await stored(documentId)).toBe(tab.text.toString())
})

test("refuses to go on under somebody else's client id, and keeps the text", async () => {
  const documentId = await newDocument()
  const first = await open(documentId)
  await first.until('saved')
  first.text.insert(0, 'van mij')
  await first.until('saved')
  const second = await open(documentId, { actor: colleague })
  await second.until('saved')
  second.doc.clientID = first.doc.clientID
  second.text.insert(0, 'ook van mij: ')
  await second.until('refused')
  expect(second.state()).toMatchObject({ code: 'foreign-client-id' })
  expect(second.text.toString()).toBe('ook van mij: van mij')
  expect(await stored(documentId)).toBe('van mij')
})

test('shows where others are, under the name that the server knows, until they leave', async () => {
  const documentId = await newDocument()
  const one = await open(documentId)
  const other = await open(documentId, { actor: colleague })
  await one.until('saved')
  await other.until('saved')
  const seen = () => one.awareness.getStates().get(other.doc.clientID)
  await expect
    .poll(seen)
    .toMatchObject({ user: { personId: colleague.personId, bodyCode: colleague.mandate.bodyCode } })
  other.awareness.setLocalStateField('user', { personId: editor.personId, name: 'Iemand anders' })
  other.awareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
  await expect.poll(seen).toMatchObject({ cursor: { anchor: 1 }, user: { name: colleague.name } })
  other.close()
  await expect.poll(seen).toBeUndefined()
})

test('a page that closes sends what was typed last, and leaves only when no other part of the page has the text open', async () => {
  const documentId = await newDocument()
  const tab = await open(documentId)
  await tab.until('saved')
  tab.text.insert(0, 'een')
  tab.text.insert(3, ' twee')
  const next = await open(documentId, { socket: tab.socket })
  tab.close()
  await expect.poll(() => stored(documentId)).toBe('een twee')
  await next.until('saved')
  await expect.poll(() => next.text.toString()).toBe('een twee')
  next.text.insert(8, ' drie')
  await next.until('saved')
  expect(await stored(documentId)).toBe('een twee drie')
})

test('discarding forgets the edits that were refused, here and on the device', async () => {
  const documentId = await newDocument()
  const offlineStore = new KeptText(Y.encodeStateAsUpdate(new Y.Doc()), 0)
  const tab = await open(documentId, { offlineStore })
  await tab.until('saved')
  tab.text.insert(0, 'x'.repeat(1_100_000))
  await tab.until('refused')
  await tab.provider.discard()
  expect(offlineStore.isCleared).toBe(true)
  expect(await stored(documentId)).toBe('')
})
