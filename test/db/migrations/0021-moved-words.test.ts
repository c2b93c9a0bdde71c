import { Migrator, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate'
import { migrations } from '#db/migrations/index'
import { createBareDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase

beforeAll(async () => {
  here = await createBareDatabase()
})
afterAll(() => here.drop())

const id = '00000000-0000-4000-8000-000000000001'

test('words that were brought back keep their version; words that moved have none', async () => {
  const { db } = here
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0021-moved-words') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  for (const statement of [
    sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal')`,
    sql`insert into document (id, group_id, subject_type, subject_id) values (${id}, ${id}, 'measure', ${id})`,
    sql`insert into document_client (document_id, client_id) values (${id}, 1), (${id}, 2)`,
    sql`insert into document_version (id, document_id, number, reason, seq, state, json, text, html, hash) values
      (${id}, ${id}, 1, 'restore', 0, '', '{}', '', '', 'x')`,
    sql`insert into document_restoration (document_id, client_id, document_version_id, words) values
      (${id}, 1, ${id}, '[[0, 3, 2]]')`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0021-moved-words')
  await db
    .insertInto('documentRestoration')
    .values({ documentId: id, clientId: 2, documentVersionId: null, words: '[[0, 3, 1]]' })
    .execute()
  const rows = await db.selectFrom('documentRestoration').select(['clientId', 'documentVersionId', 'words']).execute()
  expect(rows).toEqual([
    { clientId: 1, documentVersionId: id, words: [[0, 3, 2]] },
    { clientId: 2, documentVersionId: null, words: [[0, 3, 1]] },
  ])
})
