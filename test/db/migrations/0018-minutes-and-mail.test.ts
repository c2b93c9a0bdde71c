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
const [body, group, person, mandate, meeting, item, decision] = ['01', '02', '03', '04', '05', '06', '07'].map(ids)

test('a meeting that was held before can get minutes, a feed and invitations', async () => {
  const { db } = here
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('0011-restored-words')
  for (const statement of [
    sql`insert into sector values ('culture', 1, 1, 'Cultuur', 'Culture')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${body}, 'CJM', 'Cultuur', 'culture', 'flemish', 'department')`,
    sql`insert into consultation_group (id, name, kind) values (${group}, 'Overleg', 'horizontal')`,
    sql`insert into person (id, email, name) values (${person}, 'a@test.example', 'Iemand')`,
    sql`insert into mandate (id, person_id, body_id, group_id, role) values
      (${mandate}, ${person}, ${body}, ${group}, 'coordinator')`,
    sql`insert into meeting (id, group_id, title, starts_at, status) values
      (${meeting}, ${group}, 'Voorjaar', now(), 'concluded')`,
    sql`insert into agenda_item (id, meeting_id, position, kind, title) values
      (${item}, ${meeting}, 1, 'decision', 'Punt')`,
    sql`insert into decision (id, group_id, year, number, meeting_id, agenda_item_id, title, text, result, decided_on)
      values (${decision}, ${group}, 2026, 1, ${meeting}, ${item}, 'Punt', 'Ja.', 'approved', '2026-03-19')`,
  ]) {
    await statement.execute(db)
  }
  expect(await migrateToLatest(db)).toContain('0018-minutes-and-mail')

  await db.insertInto('minutes').values({ meetingId: meeting!, sentBy: mandate!, commentUntil: '2026-04-01' }).execute()
  const frozen = { frozenAt: new Date(), frozenBy: mandate!, content: '{}' }
  const withoutDecision = { ...frozen, hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' }
  await expect(db.updateTable('minutes').set(withoutDecision).execute()).rejects.toThrow(/check constraint/)
  await db
    .updateTable('minutes')
    .set({ ...withoutDecision, decisionId: decision! })
    .execute()
  expect(await db.selectFrom('minutes').select('content').execute()).toEqual([{ content: '{}' }])

  const feed = { personId: person!, madeBy: mandate! }
  await db
    .insertInto('calendarFeed')
    .values({ ...feed, tokenHash: 'one' })
    .execute()
  const second = db
    .insertInto('calendarFeed')
    .values({ ...feed, tokenHash: 'two' })
    .execute()
  await expect(second).rejects.toThrow(/calendar_feed_person/)
})
