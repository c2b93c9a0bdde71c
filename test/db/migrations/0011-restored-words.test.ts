import { Migrator, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate'
import { migrations } from '#db/migrations/index'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase

beforeAll(async () => {
  here = await createTestDatabase()
})
afterAll(() => here.drop())

const documentId = '00000000-0000-4000-8000-000000000001'
const missing = '00000000-0000-4000-8000-000000000002'

test('a text in which somebody wrote before takes restorings, of a version and under a client id that there are', async () => {
  const { db } = here
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0011-restored-words') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  await db.connection().execute(async one => {
    // Only the rows that matter here: what they refer to is left out.
    await sql`set session_replication_role = replica`.execute(one)
    await sql`insert into document_client (document_id, client_id) values (${documentId}, 7)`.execute(one)
    await sql`
      insert into document_version (id, document_id, number, reason, seq, state, json, text, html, hash)
      values (${documentId}, ${documentId}, 1, 'manual', 1, ${Buffer.of(0, 0)}, '{}', '', '', 'x')`.execute(one)
    await sql`set session_replication_role = default`.execute(one)
  })

  expect(await migrateToLatest(db)).toContain('0011-restored-words')
  const restore = (clientId: number, documentVersionId: string) =>
    db
      .insertInto('documentRestoration')
      .values({ documentId, clientId, documentVersionId, words: JSON.stringify([[0, 3, 7]]) })
      .execute()
  await expect(restore(8, documentId)).rejects.toThrow(/foreign key/)
  await expect(restore(7, missing)).rejects.toThrow(/foreign key/)
  await restore(7, documentId)
  const { words } = await db.selectFrom('documentRestoration').select('words').executeTakeFirstOrThrow()
  expect(words).toEqual([[0, 3, 7]])
})
