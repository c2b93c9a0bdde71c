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

const ids = (name: string) => `00000000-0000-4000-8000-0000000000${name}`
const [body, group, person, mandate, plan, priority, document, measure, version, round] = [
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map(ids),
]

test('a plan that was at work before keeps its versions, and bodies can be asked for positions on it', async () => {
  const { db } = here
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('0013-plan-imports')
  for (const statement of [
    sql`insert into sector values ('culture', 1, 1, 'Cultuur', 'Culture')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${body}, 'CJM', 'Cultuur', 'culture', 'flemish', 'department')`,
    sql`insert into consultation_group (id, name, kind) values (${group}, 'Overleg', 'horizontal')`,
    sql`insert into person (id, email, name) values (${person}, 'a@test.example', 'Iemand')`,
    sql`insert into mandate (id, person_id, body_id, group_id, role) values
      (${mandate}, ${person}, ${body}, ${group}, 'coordinator')`,
    sql`insert into plan (id, group_id, title) values (${plan}, ${group}, 'Plan')`,
    sql`insert into priority (id, plan_id, position, title) values (${priority}, ${plan}, 1, 'Eerst')`,
    sql`insert into document (id, group_id, subject_type, subject_id) values
      (${document}, ${group}, 'measure', ${measure})`,
    sql`insert into measure (id, plan_id, priority_id, title, level, document_id) values
      (${measure}, ${plan}, ${priority}, 'Maatregel', 'flemish', ${document})`,
    sql`insert into document_version (id, document_id, number, reason, seq, state, json, text, html, hash) values
      (${version}, ${document}, 1, 'baseline', 0, '', '{}', '', '', 'x')`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0015-positions')
  expect(await db.selectFrom('documentVersion').select(['id', 'reason']).execute()).toEqual([
    { id: version, reason: 'baseline' },
  ])
  for (const statement of [
    sql`insert into position_round (id, group_id, title, closes_at, silence_means, opened_by) values
      (${round}, ${group}, 'Ronde', now() + interval '1 day', 'consent', ${mandate})`,
    sql`insert into position_round_measure values (${round}, ${measure}, ${version})`,
    sql`insert into position_round_body values (${round}, ${body})`,
  ]) {
    await statement.execute(db)
  }
  const take = (stance: string, reason = '', until: string | null = null) =>
    sql`insert into position (round_id, measure_id, body_id, stance, reason, until, document_version_id, mandate_id)
      values (${round}, ${measure}, ${body}, ${stance}, ${reason}, ${until}, ${version}, ${mandate})`.execute(db)
  await expect(take('object')).rejects.toThrow(/check/)
  await expect(take('no-mandate-yet')).rejects.toThrow(/check/)
  await expect(take('agree', '', '2030-01-01')).rejects.toThrow(/check/)
  await take('agree')
  await expect(take('abstain')).rejects.toThrow(/position_one_first/)
})
