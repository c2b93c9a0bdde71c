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

test('what conditions were pointed at before stands; from now on they point at effects and actions too, each at one thing', async () => {
  const { db } = here
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0020-what-meets-conditions') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  for (const statement of [
    sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal')`,
    sql`insert into sector values ('sport', 1, 1, 'Sport', 'Sport')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${id}, 'SPO', 'Sport', 'sport', 'flemish', 'department')`,
    sql`insert into person (id, email, name) values (${id}, 'a@b.example', 'Iemand')`,
    sql`insert into mandate (id, person_id, body_id, group_id, role, starts_on) values
      (${id}, ${id}, ${id}, ${id}, 'coordinator', '2020-01-01')`,
    sql`insert into plan (id, group_id, title) values (${id}, ${id}, 'Plan')`,
    sql`insert into priority (id, plan_id, position, title) values (${id}, ${id}, 1, 'Eerst')`,
    sql`insert into document (id, group_id, subject_type, subject_id) values (${id}, ${id}, 'measure', ${id})`,
    sql`insert into measure (id, plan_id, priority_id, document_id, position, title, kind, level) values
      (${id}, ${id}, ${id}, ${id}, 1, 'Maatregel', 'measure', 'flemish')`,
    sql`insert into document_version (id, document_id, number, reason, seq, state, json, text, html, hash) values
      (${id}, ${id}, 1, 'round-opened', 0, '', '{}', '', '', 'x')`,
    sql`insert into position_round (id, group_id, title, closes_at, silence_means, opened_by) values
      (${id}, ${id}, 'Ronde', now() + interval '1 day', 'nothing', ${id})`,
    sql`insert into position_round_measure values (${id}, ${id}, ${id})`,
    sql`insert into position_round_body values (${id}, ${id})`,
    sql`insert into position (id, round_id, measure_id, body_id, stance, document_version_id, mandate_id) values
      (${id}, ${id}, ${id}, ${id}, 'agree-on-conditions', ${id}, ${id})`,
    sql`insert into condition (id, measure_id, body_id, position_id, text) values (${id}, ${id}, ${id}, ${id}, 'Dit')`,
    sql`insert into meeting (id, group_id, title, starts_at) values (${id}, ${id}, 'Najaar', now())`,
    sql`insert into decision (id, group_id, year, number, meeting_id, title, text, result, decided_on) values
      (${id}, ${id}, 2026, 1, ${id}, 'Een standpunt', 'Zo.', 'approved', '2026-11-01')`,
    sql`insert into condition_link (id, condition_id, decision_id, mandate_id) values (${id}, ${id}, ${id}, ${id})`,
    sql`insert into effect (id, decision_id, position, kind, body_id) values (${id}, ${id}, 1, 'ask-body', ${id})`,
    sql`insert into action_item (id, group_id, body_id, title, origin) values (${id}, ${id}, ${id}, 'Schrijven', 'none')`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0020-what-meets-conditions')
  const link = (values: object) =>
    db
      .insertInto('conditionLink')
      .values({ conditionId: id, mandateId: id, ...values })
      .execute()
  await expect(link({})).rejects.toThrow(/condition_link_to_one/)
  await expect(link({ effectId: id, actionItemId: id })).rejects.toThrow(/condition_link_to_one/)
  await link({ effectId: id })
  await link({ actionItemId: id })
  const links = await db.selectFrom('conditionLink').select(['decisionId', 'effectId', 'actionItemId']).execute()
  expect(links).toEqual([
    { decisionId: id, effectId: null, actionItemId: null },
    { decisionId: null, effectId: id, actionItemId: null },
    { decisionId: null, effectId: null, actionItemId: id },
  ])
  await expect(db.deleteFrom('conditionLink').execute()).rejects.toThrow(/append-only/)
})
