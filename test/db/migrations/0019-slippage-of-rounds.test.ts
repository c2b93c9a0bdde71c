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

const id = '00000000-0000-4000-8000-000000000001'
const open = '00000000-0000-4000-8000-000000000002'

test('rounds of before keep standing, without slippage; an open one closes with the baseline that it names', async () => {
  const { db } = here
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0019-slippage-of-rounds') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  await sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal')`.execute(db)
  await sql`insert into sector (id, position, colour, name_nl, name_en)
    values ('sport', 1, 1, 'Sport', 'Sport')`.execute(db)
  await sql`insert into body (id, code, name, sector_id, level, kind)
    values (${id}, 'SPO', 'Sport', 'sport', 'flemish', 'department')`.execute(db)
  await sql`insert into person (id, email, name) values (${id}, 'a@b.example', 'Iemand')`.execute(db)
  await sql`insert into mandate (id, person_id, body_id, group_id, role, starts_on)
    values (${id}, ${id}, ${id}, ${id}, 'coordinator', '2020-01-01')`.execute(db)
  await sql`insert into plan (id, group_id, title) values (${id}, ${id}, 'Plan')`.execute(db)
  await sql`insert into update_round (id, plan_id, title, due_on, opened_by, closed_by, closed_at)
    values (${id}, ${id}, 'Toen', '2026-01-01', ${id}, ${id}, now() + interval '1 second')`.execute(db)
  await sql`insert into update_round (id, plan_id, title, due_on, opened_by)
    values (${open}, ${id}, 'Nu', '2026-01-01', ${id})`.execute(db)

  expect(await migrateToLatest(db)).toContain('0019-slippage-of-rounds')
  const rounds = await db.selectFrom('updateRound').select(['title', 'baselineId']).orderBy('title').execute()
  expect(rounds).toEqual([
    { title: 'Nu', baselineId: null },
    { title: 'Toen', baselineId: null },
  ])

  await sql`insert into baseline (id, plan_id, number, name, reason, dated_on, frozen_by)
    values (${id}, ${id}, 1, 'IJkpunt', 'approval', '2026-01-01', ${id})`.execute(db)
  const change = (roundId: string, values: object) =>
    db.updateTable('updateRound').set(values).where('id', '=', roundId).execute()
  await expect(change(id, { baselineId: id })).rejects.toThrow(/append-only/)
  await expect(change(open, { baselineId: id })).rejects.toThrow(/append-only/)
  await change(open, { baselineId: id, closedBy: id, closedAt: sql`now() + interval '1 second'` })
})
