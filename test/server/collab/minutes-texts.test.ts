import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { loadState } from '#server/documents/load-state'
import { createHeldMeeting, type HeldMeeting } from '#test/server/minutes/held-meeting'
import { type CollabServer, next, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let server: CollabServer
let held: HeldMeeting

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  held = await createHeldMeeting(database)
})

const nothing = Y.encodeStateVector(new Y.Doc())
function edit(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('extra').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

/** A tab in which somebody has the text of the item open. */
async function open(actor: Actor, access: 'write' | 'comment'): Promise<TestSocket> {
  const socket = await server.connect(actor.personId)
  const answer = await socket.emitWithAck('document:join', { documentId: held.documentId, stateVector: nothing })
  expect(answer).toMatchObject({ ok: true, access })
  return socket
}
const send = (socket: TestSocket, words: string) =>
  socket.emitWithAck('document:update', { documentId: held.documentId, update: edit(words) })
const refused = { ok: false, code: 'forbidden' }

async function written(): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await loadState(database.db, held.documentId)).state)
  return doc.getText('extra').toString()
}

test('while minutes go round nobody writes in their texts, and again once they are taken back', async () => {
  const tabs = await Promise.all([held.editor, held.coordinator].map(actor => open(actor, 'write')))
  for (const tab of tabs) expect(await send(tab, 'a')).toEqual({ ok: true })

  const told = tabs.map(tab => next(tab, 'document:access'))
  await held.send()
  for (const message of await Promise.all(told)) expect(message).toMatchObject({ access: 'comment', reason: 'closed' })
  for (const tab of tabs) expect(await send(tab, 'SMOKKEL')).toMatchObject(refused)
  expect(await send(await open(held.editor, 'comment'), 'SMOKKEL')).toMatchObject(refused)

  const back = tabs.map(tab => next(tab, 'document:access'))
  await held.takeBack()
  for (const message of await Promise.all(back)) expect(message).toMatchObject({ access: 'write', reason: 'opened' })
  for (const tab of tabs) expect(await send(tab, 'b')).toEqual({ ok: true })
  expect([...(await written())].sort().join('')).toBe('aabb')
})

test('approved minutes take nothing any more, also of who had them open before', async () => {
  const tab = await open(held.editor, 'write')
  const closed = next(tab, 'document:access')
  await held.send()
  await closed
  await held.decide(await held.table())
  for (const socket of [tab, await open(held.editor, 'comment'), await open(held.coordinator, 'comment')])
    expect(await send(socket, 'SMOKKEL')).toMatchObject(refused)
  expect(await written()).toBe('')
})

test('approved with changes, their texts take these until they are frozen', async () => {
  await held.send()
  const itemId = await held.table()
  const tab = await open(held.editor, 'comment')
  const opened = next(tab, 'document:access')
  await held.decide(itemId, 'approved-with-changes')
  expect(await opened).toMatchObject({ access: 'write', reason: 'opened' })
  expect(await send(tab, 'c')).toEqual({ ok: true })

  const frozen = next(tab, 'document:access')
  await held.finish()
  expect(await frozen).toMatchObject({ access: 'comment', reason: 'closed' })
  expect(await send(tab, 'SMOKKEL')).toMatchObject(refused)
  expect(await written()).toBe('c')
})
