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
const [body, group, person, mandate, decision] = ['01', '02', '03', '04', '05'].map(ids)
const [draft, round, changed] = ['11', '12', '13'].map(ids)
const itemOf = (meeting: string) => meeting.replace(/1(.)$/, '2$1')

test('minutes that went round before have their texts closed; others stay open, and mail that waits keeps waiting', async () => {
  const { db } = here
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('0019-slippage-of-rounds')
  for (const statement of [
    sql`insert into sector values ('culture', 1, 1, 'Cultuur', 'Culture')`,
    sql`insert into body (id, code, name, sector_id, level, kind) values
      (${body}, 'CJM', 'Cultuur', 'culture', 'flemish', 'department')`,
    sql`insert into consultation_group (id, name, kind) values (${group}, 'Overleg', 'horizontal')`,
    sql`insert into person (id, email, name) values (${person}, 'a@test.example', 'Iemand')`,
    sql`insert into mandate (id, person_id, body_id, group_id, role) values
      (${mandate}, ${person}, ${body}, ${group}, 'coordinator')`,
    ...[draft, round, changed].flatMap((meeting, index) => [
      sql`insert into meeting (id, group_id, title, starts_at, status) values
        (${meeting}, ${group}, 'Voorjaar', now(), 'concluded')`,
      sql`insert into agenda_item (id, meeting_id, position, kind, title) values
        (${itemOf(meeting!)}, ${meeting}, 1, 'decision', ${`Punt ${index}`})`,
      sql`insert into document (group_id, subject_type, subject_id) values
        (${group}, 'agenda-item', ${itemOf(meeting!)})`,
    ]),
    sql`insert into decision (id, group_id, year, number, meeting_id, agenda_item_id, title, text, result, decided_on)
      values (${decision}, ${group}, 2026, 1, ${changed}, ${itemOf(changed!)}, 'Verslag', 'Ja.',
        'approved-with-changes', '2026-03-19')`,
    sql`insert into minutes (meeting_id, sent_by, comment_until) values (${round}, ${mandate}, '2026-04-01')`,
    sql`insert into minutes (meeting_id, sent_by, comment_until, decision_id) values
      (${changed}, ${mandate}, '2026-04-01', ${decision})`,
    sql`insert into minutes_comment (meeting_id, mandate_id, text) values (${round}, ${mandate}, 'Te kort.')`,
    sql`insert into mail_message (group_id, kind, meeting_id, person_id, to_name, to_address, subject, text, html) values
      (${group}, 'meeting-invitation', ${draft}, ${person}, 'Iemand', 'a@test.example', 'Uitnodiging', '', '')`,
  ]) {
    await statement.execute(db)
  }
  expect(await migrateToLatest(db)).toContain('0023-minutes-and-reminders')

  const texts = await db.selectFrom('document').select(['subjectId', 'closedAt']).execute()
  const closed = new Map(texts.map(text => [text.subjectId, text.closedAt !== null]))
  expect([draft, round, changed].map(meeting => closed.get(itemOf(meeting!)))).toEqual([false, true, false])
  expect(await db.selectFrom('mailMessage').select(['kind', 'replacedAt']).execute()).toEqual([
    { kind: 'meeting-invitation', replacedAt: null },
  ])

  const { id: commentId } = await db.selectFrom('minutesComment').select('id').executeTakeFirstOrThrow()
  const answer = { commentId, mandateId: mandate!, text: '' }
  await db
    .insertInto('minutesCommentAnswer')
    .values({ ...answer, outcome: 'taken-in' })
    .execute()
  for (const change of [
    db.insertInto('minutesCommentAnswer').values({ ...answer, outcome: 'not-taken-in' }),
    db.updateTable('minutesCommentAnswer').set({ text: 'Anders' }),
    db.updateTable('minutes').set({ takenBackAt: new Date(), takenBackBy: mandate! }).where('meetingId', '=', changed!),
  ])
    await expect(change.execute()).rejects.toThrow(/check constraint|append-only/)
})
