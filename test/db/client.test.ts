import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '#test/support/database'

test('a connection that is lost in the middle of a query fails that query, and nothing else', async () => {
  const { db, drop } = await createTestDatabase()
  onTestFinished(drop)
  const query = sql`select pg_sleep(60)`.execute(db).catch((error: Error) => error)
  await expect
    .poll(async () => {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query = 'select pg_sleep(60)'`.execute(db)
      return rows.length
    })
    .toBe(1)
  expect(await query).toBeInstanceOf(Error)
  await expect.poll(async () => (await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})
