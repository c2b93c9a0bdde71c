import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordActivity } from '#server/activity/record-activity'
import type { Actor } from '#server/auth/actor.shared'
import { createDocument } from '#server/documents/create-document'
import { type CollabServer, next, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'
import { redisAddress } from '#test/support/redis'
import { openGate } from '#test/support/tcp-gate'

describe.skipIf(!redisAddress)('two nodes that meet in Redis (skipped where no Redis is at hand)', () => {
  let database: TestDatabase
  let gate: Awaited<ReturnType<typeof openGate>>
  let here: CollabServer
  let there: CollabServer
  let groupId: string
  let ann: Actor
  let ben: Actor

  beforeAll(async () => {
    database = await createTestDatabase()
    gate = await openGate(redisAddress!.port)
    const redisUrl = `redis://127.0.0.1:${gate.port}`
    here = await startCollabServer(database, { redisUrl })
    there = await startCollabServer(database, { redisUrl })
    groupId = (await createGroup(database.db)).id
    ann = await createActor(database.db, { groupId })
    ben = await createActor(database.db, { groupId })
  })

  afterAll(async () => {
    await here.close()
    await there.close()
    await gate.close()
    await database.drop()
  })

  const newDocument = () =>
    database.db
      .transaction()
      .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: randomUUID() }))

  /** Joins; `missing` counts what could not be put in place when it came. */
  async function open(socket: TestSocket, documentId: string) {
    const doc = new Y.Doc()
    const answer = await socket.emitWithAck('document:join', { documentId, stateVector: Y.encodeStateVector(doc) })
    if (!answer.ok) throw new Error(answer.code)
    Y.applyUpdate(doc, answer.update, 'server')
    socket.on('document:update', message => Y.applyUpdate(doc, message.update, 'server'))
    const answers: Promise<{ ok: boolean }>[] = []
    doc.on('update', (update, origin) => {
      if (origin !== 'server') answers.push(socket.emitWithAck('document:update', { documentId, update }))
    })
    return { text: doc.getText('default'), answers }
  }

  test('an edit on one node is on the screens of the other, both ways and in one text', async () => {
    const documentId = await newDocument()
    const one = await open(await here.connect(ann.personId), documentId)
    const other = await open(await there.connect(ben.personId), documentId)
    one.text.insert(0, 'van hier')
    await expect.poll(() => other.text.toString()).toBe('van hier')
    other.text.insert(8, ' naar daar')
    await expect.poll(() => one.text.toString()).toBe('van hier naar daar')
    one.text.insert(0, '! ')
    await expect.poll(() => other.text.toString()).toBe('! van hier naar daar')
    const answers = await Promise.all([...one.answers, ...other.answers])
    expect(answers.every(answer => answer.ok)).toBe(true)
  })

  test('people and cursors are seen across nodes', async () => {
    const place = `measure:${randomUUID()}`
    const onlooker = await here.connect(ann.personId)
    await onlooker.emitWithAck('presence:enter', { place })
    const visitor = await there.connect(ben.personId)
    const seen = await visitor.emitWithAck('presence:enter', { place })
    if (!seen.ok) throw new Error(seen.code)
    expect(seen.people.map(person => person.personId).sort()).toEqual([ann.personId, ben.personId].sort())
    visitor.disconnect()
    const left = new Promise<void>(resolve => {
      onlooker.on('presence:changed', ({ people }) => people.length === 1 && resolve())
    })
    await left

    const documentId = await newDocument()
    const writer = await here.connect(ann.personId)
    await open(writer, documentId)
    writer.emit('document:awareness', { documentId, update: cursor(7) })
    const newcomer = await there.connect(ben.personId)
    const shown = next(newcomer, 'document:awareness')
    await open(newcomer, documentId)
    expect((await shown).documentId).toBe(documentId)
  })

  test('rights that drop and records that change are heard of on every node', async () => {
    const cas = await createActor(database.db, { groupId, role: 'editor' })
    const documentId = await newDocument()
    const subjectId = randomUUID()
    const topic = `measure:${subjectId}`
    const sockets = [await here.connect(cas.personId), await there.connect(cas.personId)]
    const pages = []
    for (const socket of sockets) {
      pages.push(await open(socket, documentId))
      await socket.emitWithAck('presence:enter', { place: topic })
    }
    const changed = Promise.all(sockets.map(socket => next(socket, 'activity')))
    await database.db
      .transaction()
      .execute(trx =>
        recordActivity(trx, cas, { verb: 'measure.renamed', subjectType: 'measure', subjectId, topics: [topic] }),
      )
    expect((await changed).map(notice => notice.topic)).toEqual([topic, topic])

    const dropped = Promise.all(sockets.map(socket => next(socket, 'document:access')))
    await database.db.updateTable('mandate').set({ role: 'observer' }).where('id', '=', cas.mandate.id).execute()
    expect((await dropped).map(({ access }) => access)).toEqual(['read', 'read'])
    for (const { text, answers } of pages) {
      text.insert(0, 'te laat')
      expect(await answers.at(-1)).toMatchObject({ ok: false, code: 'forbidden' })
    }
  })

  test('while Redis is away each node goes on with its own people, and afterwards nothing is missing', async () => {
    const documentId = await newDocument()
    const one = await open(await here.connect(ann.personId), documentId)
    const colleague = await open(await here.connect(ben.personId), documentId)
    const other = await open(await there.connect(ben.personId), documentId)
    one.text.insert(0, 'voor')
    await expect.poll(() => other.text.toString()).toBe('voor')

    gate.cut()
    one.text.insert(4, ' tijdens')
    expect(await one.answers.at(-1)).toEqual({ ok: true })
    await expect.poll(() => colleague.text.toString()).toBe('voor tijdens')
    other.text.insert(0, 'ook daar, ')
    expect(await other.answers.at(-1)).toEqual({ ok: true })
    gate.mend()
    await expect.poll(() => one.text.toString()).toBe('ook daar, voor tijdens')
    await expect.poll(() => other.text.toString()).toBe('ook daar, voor tijdens')
  })
})

/** A cursor message as a browser sends it: one state, clock 1. */
function cursor(clientId: number): Uint8Array {
  const state = new TextEncoder().encode('{"cursor":null}')
  return Uint8Array.from([1, clientId, 1, state.length, ...state])
}
