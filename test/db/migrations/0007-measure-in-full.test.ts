import { Migrator, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '#db/migrations/index'
import { createBareDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase

/** A database as it was before, with a group at work in it. */
beforeAll(async () => {
  database = await createBareDatabase()
  const { db } = database
  await migrate(name => name < '0006')
  await sql`
    with sector as (insert into sector values ('a', 1, 1, 'A', 'A') returning id),
    body as (insert into body (code, name, sector_id, level, kind) select 'A', 'A', id, 'federal', 'department' from sector returning id),
    consultation as (insert into consultation_group (name, kind) values ('G', 'horizontal') returning id),
    plan as (insert into plan (group_id, title) select id, 'P' from consultation returning id, group_id),
    priority as (insert into priority (plan_id, position, title) select id, 1, 'One' from plan returning id),
    document as (
      insert into document (group_id, subject_type, subject_id)
      select group_id, 'measure', gen_random_uuid() from plan, generate_series(1, 2) returning id
    ),
    measure as (
      insert into measure (plan_id, priority_id, kind, level, title, document_id, horizon_from, horizon_to, field_certainty)
      select plan.id, priority.id, 'request', 'federal', 'M', document.id, 'short', 'long', '{"level": "inferred"}'
      from plan, priority, document returning id
    ),
    milestone as (insert into milestone (measure_id, date, label) select id, '2019-02', 'Then' from measure)
    insert into activity (group_id, verb, subject_type, subject_id, topics)
    select plan.group_id, 'measure.created', 'measure', measure.id, array['measure:' || measure.id] from plan, measure`.execute(
    db,
  )
  await migrate(name => name <= '0007-measure-in-full')
})
afterAll(() => database.drop())

async function migrate(until: (name: string) => boolean) {
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => until(name)))
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: async () => known },
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

const one = async (query: ReturnType<typeof sql<Record<string, unknown>>>) => (await query.execute(database.db)).rows[0]

test('measures of before are whole, with nothing filled in that nobody said', async () => {
  expect(await one(sql`select count(*) from measure where field_certainty ->> 'level' = 'inferred'`)).toEqual({
    count: 2,
  })
  expect(
    await one(sql`
      select horizon_from, starts_on, target_groups, parent_id, request_state, reviewed_on, review_due_on from measure limit 1`),
  ).toEqual({
    horizonFrom: 'short',
    startsOn: null,
    targetGroups: [],
    parentId: null,
    requestState: 'to-ask',
    reviewedOn: null,
    reviewDueOn: null,
  })
  expect(await one(sql`select count(*) from activity`)).toEqual({ count: 2 })
})

test('the database refuses what cannot be', async () => {
  const set = (what: ReturnType<typeof sql>) => sql`update measure set ${what}`.execute(database.db)
  await expect(set(sql`starts_on = '2026-13'`)).rejects.toThrow('measure_starts_on')
  await expect(set(sql`starts_on = '2026-03', ends_on = '2025'`)).rejects.toThrow('measure_period')
  await expect(set(sql`parent_id = id`)).rejects.toThrow('not part of itself')
  await expect(set(sql`reviewed_on = current_date`)).rejects.toThrow('measure_review')
})
