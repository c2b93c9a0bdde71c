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

const id = (name: string) => `00000000-0000-4000-8000-0000000000${name}`
const [body, group, held, coming, itemHeld, itemComing, attendance] = ['01', '02', '03', '04', '05', '06', '07'].map(id)

test('meetings that were at work before keep everything, get a text for the minutes of each item, and approved ones stand', async () => {
  const { db } = here
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('0013-plan-imports')
  for (const statement of [
    sql`insert into sector values ('culture', 1, 1, 'Cultuur', 'Culture')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${body}, 'CJM', 'Cultuur', 'culture', 'flemish', 'department')`,
    sql`insert into consultation_group (id, name, kind) values (${group}, 'Overleg', 'horizontal')`,
    sql`insert into meeting (id, group_id, title, starts_at, status) values
      (${held}, ${group}, 'Voorbij', '2026-01-15', 'minutes-approved'),
      (${coming}, ${group}, 'Komt', '2026-05-15', 'planned')`,
    sql`insert into agenda_item (id, meeting_id, position, kind, title) values
      (${itemHeld}, ${held}, 1, 'decision', 'Toen'), (${itemComing}, ${coming}, 1, 'discussion', 'Straks')`,
    sql`insert into attendance (id, meeting_id, body_id, capacity, presence) values
      (${attendance}, ${held}, ${body}, 'chair', 'present')`,
  ]) {
    await statement.execute(db)
  }

  expect(await migrateToLatest(db)).toContain('0016-meetings-in-full')
  const texts = await db.selectFrom('document').select(['subjectId', 'closedAt']).orderBy('subjectId').execute()
  expect(texts.map(text => [text.subjectId, text.closedAt !== null])).toEqual([
    [itemHeld, true],
    [itemComing, false],
  ])
  await expect(db.updateTable('document').set({ seq: 1 }).where('subjectId', '=', itemHeld!).execute()).rejects.toThrow(
    /is closed/,
  )
  await db.updateTable('document').set({ seq: 1 }).where('subjectId', '=', itemComing!).execute()
  await expect(
    db.updateTable('agendaItem').set({ title: 'Anders' }).where('id', '=', itemHeld!).execute(),
  ).rejects.toThrow(/approved/)
  await expect(db.deleteFrom('attendance').where('id', '=', attendance!).execute()).rejects.toThrow(/approved/)
  await db.updateTable('agendaItem').set({ title: 'Anders' }).where('id', '=', itemComing!).execute()

  await db.updateTable('meeting').set({ status: 'minutes-approved' }).where('id', '=', coming!).execute()
  const closed = await db.selectFrom('document').select('closedAt').where('subjectId', '=', itemComing!).execute()
  expect(closed[0]?.closedAt).not.toBeNull()
})
