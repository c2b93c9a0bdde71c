import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDb } from '#db/client'
import { compactLog, ROWS_WHILE_TYPED, ROWS_WORTH_A_SNAPSHOT, writeSnapshot } from '#server/documents/compact-log'
import { ContentWriter } from '#server/documents/content-writer'
import { createDocument } from '#server/documents/create-document'
import { loadState } from '#server/documents/load-state'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'
import { LONG, typeLongHistory } from '#test/support/long-history'

let database: TestDatabase
let groupId: string
let author: { personId: string; mandateId: string }

beforeAll(async () => {
  database = await createTestDatabase()
  groupId = (await createGroup(database.db)).id
  const { personId, mandate } = await createActor(database.db, { groupId, role: 'editor' })
  author = { personId, mandateId: mandate.id }
})

afterAll(() => database.drop())

const newDocument = () =>
  database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId, subjectType: 'measure', subjectId: randomUUID() }))

/** Adds rows to the log, as many at once as the driver likes to send. */
async function append(documentId: string, updates: Uint8Array[], after = 0): Promise<void> {
  for (let at = 0; at < updates.length; at += 20_000) {
    const rows = updates.slice(at, at + 20_000)
    await sql`
      insert into document_update (document_id, seq, update, person_id, mandate_id)
      select ${documentId}, ${after + at} + place, bytes, ${author.personId}, ${author.mandateId}
      from unnest(${rows.map(row => Buffer.from(row))}::bytea[]) with ordinality as rows (bytes, place)`.execute(
      database.db,
    )
  }
  const seq = after + updates.length
  await database.db.updateTable('document').set({ seq }).where('id', '=', documentId).execute()
}

const textOf = (state: Uint8Array) => {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  return document.getXmlFragment('default').toString()
}

test('a text of a quarter of a million keystrokes is one row to read, without what was deleted, and the same text', async () => {
  const documentId = await newDocument()
  const { updates, document } = typeLongHistory(LONG)
  await append(documentId, updates)
  await compactLog(database.db, documentId)

  const { seq, state, rowsAfterSnapshot } = await loadState(database.db, documentId)
  expect([seq, rowsAfterSnapshot]).toEqual([LONG, 0])
  expect(textOf(state) === document.getXmlFragment('default').toString()).toBe(true)
  const logged = updates.reduce((sum, update) => sum + update.length, 0)
  expect(state.length).toBeLessThan(logged / 10)
})

test('what came after the snapshot is in what is read, few rows or many, and the log keeps every row', async () => {
  const documentId = await newDocument()
  const { updates, document } = typeLongHistory(3 * ROWS_WORTH_A_SNAPSHOT + 10)
  const first = updates.slice(0, ROWS_WORTH_A_SNAPSHOT)
  await append(documentId, first)
  await compactLog(database.db, documentId)
  for (const until of [first.length + 1, first.length + 20, updates.length]) {
    const known = (await loadState(database.db, documentId)).seq
    await append(documentId, updates.slice(known, until), known)
    const { seq, rowsAfterSnapshot } = await loadState(database.db, documentId)
    expect([seq, rowsAfterSnapshot]).toEqual([until, until - first.length])
  }
  const whole = document.getXmlFragment('default').toString()
  expect(textOf((await loadState(database.db, documentId)).state)).toBe(whole)
  const rows = await database.db
    .selectFrom('documentUpdate')
    .select('seq')
    .where('documentId', '=', documentId)
    .execute()
  expect(rows).toHaveLength(updates.length)
})

test('an older snapshot never takes the place of a newer one, and too few rows make none', async () => {
  const documentId = await newDocument()
  const { updates } = typeLongHistory(ROWS_WORTH_A_SNAPSHOT + 50)
  await append(documentId, updates.slice(0, 10))
  await compactLog(database.db, documentId)
  const snapshots = database.db.selectFrom('documentSnapshot').select('seq').where('documentId', '=', documentId)
  expect(await snapshots.execute()).toEqual([])

  await append(documentId, updates.slice(10), 10)
  await Promise.all([compactLog(database.db, documentId), compactLog(database.db, documentId)])
  const { state } = await loadState(database.db, documentId)
  await writeSnapshot(database.db, documentId, 5, new Uint8Array([0, 0]))
  expect(await snapshots.execute()).toEqual([{ seq: updates.length }])
  expect((await loadState(database.db, documentId)).state).toEqual(state)
})

test('a log is compacted while people still type in it', async () => {
  const documentId = await newDocument()
  const { updates, document } = typeLongHistory(ROWS_WHILE_TYPED + 50)
  await append(documentId, updates)
  const writer = new ContentWriter(database.db)
  for (const _ of updates) writer.touch(documentId, 1)
  await expect
    .poll(async () => (await loadState(database.db, documentId)).rowsAfterSnapshot)
    .toBeLessThan(ROWS_WORTH_A_SNAPSHOT)
  await writer.close()
  expect(textOf((await loadState(database.db, documentId)).state)).toBe(document.getXmlFragment('default').toString())
})

test('nodes that compact while others write lose nothing, also when one is cut off in the middle', async () => {
  const documentId = await newDocument()
  const { updates, document } = typeLongHistory(3 * ROWS_WORTH_A_SNAPSHOT)
  const first = updates.slice(0, ROWS_WORTH_A_SNAPSHOT)
  await append(documentId, first)
  await compactLog(database.db, documentId)
  const snapshot = () =>
    database.db
      .selectFrom('documentSnapshot')
      .select(['seq', 'state'])
      .where('documentId', '=', documentId)
      .executeTakeFirstOrThrow()
  const before = await snapshot()

  await append(documentId, updates.slice(first.length, -10), first.length)
  const other = createDb({ connectionString: database.url, max: 1 })
  const cutOff = await database.db.transaction().execute(async trx => {
    // The row is held, so the compaction has read the log and waits to write; then its connection dies.
    await sql`select 1 from document_snapshot where document_id = ${documentId} for update`.execute(trx)
    const compacting = compactLog(other.db, documentId).catch((error: Error) => error)
    await expect
      .poll(async () => {
        const { rows } = await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'
            and query like 'insert into "document_snapshot"%'`.execute(database.db)
        return rows.length
      })
      .toBe(1)
    return compacting
  })
  expect(cutOff).toBeInstanceOf(Error)
  await other.db.destroy()
  expect(await snapshot()).toEqual(before)

  const compactions = Array.from({ length: 4 }, () => compactLog(database.db, documentId))
  await append(documentId, updates.slice(-10), updates.length - 10)
  await Promise.all(compactions)
  expect((await snapshot()).seq).toBeGreaterThanOrEqual(updates.length - 10)
  const { seq, state } = await loadState(database.db, documentId)
  expect(seq).toBe(updates.length)
  expect(textOf(state)).toBe(document.getXmlFragment('default').toString())
})
