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
const [body, other, group, person, mandate, plan, priority, document, measure, lead] = [
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map(ids),
]

test('a plan that was at work before keeps who carries what, and can be reported on and handed on', async () => {
  const { db } = here
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('0005-activity')
  for (const statement of [
    sql`insert into sector values ('culture', 1, 1, 'Cultuur', 'Culture')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${body}, 'CJM', 'Cultuur', 'culture', 'flemish', 'department'),
      (${other}, 'JEUGD', 'Jeugd', 'culture', 'flemish', 'department')`,
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
    sql`insert into responsibility (id, measure_id, body_id, role, person_id, state) values
      (${lead}, ${measure}, ${body}, 'lead', ${person}, 'accepted')`,
    sql`insert into responsibility_answer (responsibility_id, answer, mandate_id) values
      (${lead}, 'accepted', ${mandate})`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0008-progress-and-rounds')
  const kept = await db.selectFrom('responsibility').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ id: lead, state: 'accepted', personId: person, followsId: null })
  await db
    .insertInto('progressReport')
    .values({
      measureId: measure!,
      bodyId: body!,
      onBehalf: false,
      status: 'running',
      percentage: 40,
      confidence: 'safe',
      mandateId: mandate!,
    })
    .execute()
  await db
    .insertInto('responsibility')
    .values({ measureId: measure!, bodyId: other!, role: 'lead', followsId: lead! })
    .execute()
  expect(await db.selectFrom('responsibility').select('state').orderBy('state').execute()).toEqual([
    { state: 'accepted' },
    { state: 'proposed' },
  ])
})
