import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate'
import { migrations } from '#db/migrations/index'
import { createBareDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
const name = '0006-saved-views'

beforeAll(async () => {
  database = await createBareDatabase()
})
afterAll(() => database.drop())

test('views are saved in a database that had all other migrations first', async () => {
  const { db } = database
  await migrateToLatest(db)
  await sql`drop table saved_view`.execute(db)
  await sql`alter table measure drop column search`.execute(db)
  await sql`delete from kysely_migration where name = ${name}`.execute(db)
  expect(await migrateToLatest(db)).toEqual([name])
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  expect(rows.map(row => row.name)).toEqual(Object.keys(migrations).sort())

  const view = sql`insert into saved_view (group_id, owner_id, name, path, query, position)`
  const from = sql`from consultation_group, person`
  await sql`insert into consultation_group (name, kind) values ('G', 'horizontal')`.execute(db)
  await sql`insert into person (email, name) values ('a@test.example', 'A')`.execute(db)
  const made = (path: string) =>
    sql`${view} select consultation_group.id, person.id, 'V', ${path}::text, 'q=a', 1 ${from}`.execute(db)
  await made('/measures/matrix')
  await expect(made('https://elsewhere.example')).rejects.toThrow('saved_view_path_check')
})
