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
const other = '00000000-0000-4000-8000-000000000002'

test('items that were proposed for a closed round get it, and what was decided before can be corrected once', async () => {
  const { db } = here
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0022-corrections-and-rounds-on-agendas') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  for (const statement of [
    sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal'), (${other}, 'Ander', 'horizontal')`,
    sql`insert into sector values ('sport', 1, 1, 'Sport', 'Sport')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${id}, 'SPO', 'Sport', 'sport', 'flemish', 'department')`,
    sql`insert into person (id, name, email) values (${id}, 'Iemand', 'iemand@demo.example')`,
    sql`insert into mandate (id, person_id, body_id, group_id, role, starts_on) values
      (${id}, ${id}, ${id}, ${id}, 'coordinator', '2026-01-01')`,
    sql`insert into position_round (id, group_id, title, closes_at, silence_means, opened_by) values
      (${id}, ${id}, 'Voorjaar', now() + interval '1 day', 'consent', ${id})`,
    sql`insert into meeting (id, group_id, title, starts_at) values (${id}, ${id}, 'Najaar', now())`,
    sql`insert into agenda_item (id, meeting_id, position, kind, title, proposed_for, proposed_subject_id) values
      (${id}, ${id}, 1, 'decision', 'De ronde', 'closed-round', ${id}),
      (${other}, ${id}, 2, 'decision', 'Een ronde van vroeger', 'closed-round', ${other})`,
    sql`insert into decision (id, group_id, year, number, meeting_id, title, text, result, decided_on) values
      (${id}, ${id}, 2026, 1, ${id}, 'Een standpunt', 'Zo.', 'approved', '2026-11-01')`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0022-corrections-and-rounds-on-agendas')
  expect(await db.selectFrom('agendaItemRound').selectAll().execute()).toEqual([{ agendaItemId: id, roundId: id }])

  const correct = (number: number, correctsId: string, groupId = id) =>
    sql`insert into decision (group_id, year, number, meeting_id, title, text, result, decided_on, corrects_id) values
      (${groupId}, 2026, ${number}, ${id}, 'Beter', 'Zo dan.', 'approved', '2026-11-01', ${correctsId})`.execute(db)
  await expect(correct(1, id, other)).rejects.toThrow(/decision_corrects_same_group/)
  await correct(2, id)
  await expect(correct(3, id)).rejects.toThrow(/decision_corrected_once/)
  await expect(sql`update decision set corrects_id = null`.execute(db)).rejects.toThrow(/append-only/)
})
