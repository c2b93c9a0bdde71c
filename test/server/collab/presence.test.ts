import { afterAll, beforeAll, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { recordActivity } from '#server/activity/record-activity'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { type CollabServer, next, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

const place = 'measure:7f7b0f6e-7a2c-4a53-8b1c-1d5a1f2f3c4d'
let database: TestDatabase
let server: CollabServer
let groupId: string
let ann: Actor
let ben: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  groupId = (await createGroup(database.db)).id
  ann = await createActor(database.db, { groupId })
  ben = await createActor(database.db, { groupId, role: 'representative' })
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

const idsOf = (people: { personId: string }[]) => people.map(person => person.personId).sort()

test('whoever looks at a record is seen there once, however many tabs, until the last one closes', async () => {
  const tabs = [await server.connect(ann.personId), await server.connect(ann.personId)]
  for (const tab of tabs) expect(await tab.emitWithAck('presence:enter', { place })).toMatchObject({ ok: true })
  const guest = await server.connect(ben.personId)
  const entered = await guest.emitWithAck('presence:enter', { place })
  if (!entered.ok) throw new Error(entered.code)
  expect(idsOf(entered.people)).toEqual([ann.personId, ben.personId].sort())
  expect(entered.people.find(person => person.personId === ben.personId)).toEqual({
    personId: ben.personId,
    name: ben.name,
    role: 'representative',
    bodyCode: ben.mandate.bodyCode,
    bodyName: ben.mandate.bodyName,
    colour: ben.mandate.colour,
  })

  tabs[0]!.disconnect()
  const alone = until(guest, 'presence:changed', ({ people }) => people.length === 1)
  tabs[1]!.disconnect()
  expect(idsOf((await alone).people)).toEqual([ben.personId])
})

test('a place of another group is another place', async () => {
  const stranger = await createActor(database.db)
  const here = await server.connect(ann.personId)
  const elsewhere = await server.connect(stranger.personId)
  await here.emitWithAck('presence:enter', { place })
  expect(await elsewhere.emitWithAck('presence:enter', { place })).toMatchObject({
    ok: true,
    people: [{ personId: stranger.personId }],
  })
  expect(await here.emitWithAck('presence:enter', { place: 'no place at all' })).toMatchObject({ code: 'malformed' })
})

test('a changed record is announced to who looks at it, once what changed it is committed', async () => {
  const socket = await server.connect(ben.personId)
  await socket.emitWithAck('presence:enter', { place })
  const announced = next(socket, 'activity')
  const subjectId = place.slice('measure:'.length)
  await database.db.transaction().execute(async trx => {
    await recordActivity(trx, ann, { verb: 'measure.renamed', subjectType: 'measure', subjectId, topics: [place] })
  })
  expect((await announced).topic).toBe(place)
})

test('a cursor shows who it really belongs to, and goes when its tab does', async () => {
  const documentId = await database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: groupId }))
  const join = (socket: TestSocket) =>
    socket.emitWithAck('document:join', { documentId, stateVector: Uint8Array.of(0) })
  const writer = await server.connect(ann.personId)
  const reader = await server.connect(ben.personId)
  await Promise.all([join(writer), join(reader)])

  const mine = new Awareness(new Y.Doc())
  mine.setLocalState({ cursor: { at: 3 }, user: { name: 'de minister', personId: ben.personId } })
  const told = next(reader, 'document:awareness')
  writer.emit('document:awareness', { documentId, update: encodeAwarenessUpdate(mine, [mine.clientID]) })
  const theirs = new Awareness(new Y.Doc())
  applyAwarenessUpdate(theirs, (await told).update, 'server')
  expect(theirs.getStates().get(mine.clientID)).toEqual({
    cursor: { at: 3 },
    user: { personId: ann.personId, name: ann.name, bodyCode: ann.mandate.bodyCode, colour: ann.mandate.colour },
  })

  const newcomer = await server.connect(ben.personId)
  const shown = next(newcomer, 'document:awareness')
  await join(newcomer)
  expect((await shown).documentId).toBe(documentId)

  const gone = next(reader, 'document:awareness')
  writer.disconnect()
  applyAwarenessUpdate(theirs, (await gone).update, 'server')
  expect(theirs.getStates().has(mine.clientID)).toBe(false)
  mine.destroy()
  theirs.destroy()
})

/** The first message of a kind that is as awaited. */
function until(
  socket: TestSocket,
  event: 'presence:changed',
  matches: (message: { people: { personId: string }[] }) => boolean,
): Promise<{ people: { personId: string }[] }> {
  return new Promise(resolve => {
    socket.on(event, message => {
      if (matches(message)) resolve(message)
    })
  })
}
