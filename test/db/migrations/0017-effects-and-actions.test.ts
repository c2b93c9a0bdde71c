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

test('a group that decided before takes effects and actions, of which only what steps change changes', async () => {
  const { db } = here
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0017-effects-and-actions') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  for (const statement of [
    sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal')`,
    sql`insert into sector values ('sport', 1, 1, 'Sport', 'Sport')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${id}, 'SPO', 'Sport', 'sport', 'flemish', 'department')`,
    sql`insert into meeting (id, group_id, title, starts_at) values (${id}, ${id}, 'Najaar', now())`,
    sql`insert into decision (id, group_id, year, number, meeting_id, title, text, result, decided_on) values
      (${id}, ${id}, 2026, 1, ${id}, 'Een standpunt', 'Zo.', 'approved', '2026-11-01')`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0017-effects-and-actions')
  const decided = { decisionId: id, position: 1, kind: 'ask-body' as const, payload: '{"question":"Wil je dit?"}' }
  await expect(db.insertInto('effect').values(decided).execute()).rejects.toThrow(/check/)
  const effect = await db
    .insertInto('effect')
    .values({ ...decided, bodyId: id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await expect(db.updateTable('effect').set({ dueOn: '2026-12-01' }).execute()).rejects.toThrow(/append-only/)
  const settle = (step: 'applied' | 'refused', reason?: string) =>
    db
      .insertInto('effectStep')
      .values({ effectId: effect.id, step, reason: reason ?? null })
      .execute()
  await expect(settle('refused')).rejects.toThrow(/check/)
  await settle('applied')
  expect(await db.selectFrom('effect').select('state').execute()).toEqual([{ state: 'applied' }])
  await expect(settle('refused', 'forbidden')).rejects.toThrow(/applied already/)

  const action = { groupId: id, bodyId: id, title: 'De brief schrijven', origin: 'decision' as const }
  await expect(db.insertInto('actionItem').values(action).execute()).rejects.toThrow(/check/)
  const { id: actionItemId } = await db
    .insertInto('actionItem')
    .values({ ...action, decisionId: id, dueOn: '2026-12-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const step = (values: object) =>
    db
      .insertInto('actionStep')
      .values({ actionItemId, step: 'note', text: 'Zo.', ...values })
      .execute()
  await expect(step({ text: '' })).rejects.toThrow(/check/)
  await expect(step({ step: 'reopened' })).rejects.toThrow(/cannot be reopened/)
  await step({ step: 'moved', dueBefore: '2026-12-01', dueAfter: '2027-01-01' })
  await step({ step: 'done' })
  await step({})
  await expect(step({ step: 'done' })).rejects.toThrow(/cannot be done/)
  const kept = await db.selectFrom('actionItem').select(['state', 'dueOn']).executeTakeFirstOrThrow()
  expect(kept).toEqual({ state: 'done', dueOn: '2027-01-01' })
  for (const table of ['effect', 'effectStep', 'actionItem', 'actionStep'] as const) {
    await expect(db.deleteFrom(table).execute()).rejects.toThrow(/append-only/)
  }
})
