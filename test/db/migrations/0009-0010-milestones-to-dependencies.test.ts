import { type Kysely, Migrator, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '#db/migrations/index'
import { createBareDatabase, type TestDatabase } from '#test/support/database'

/*
 * A database as it was before milestones could be planned, filled with rows as it then had them, and brought up to date.
 */

let database: TestDatabase
let db: Kysely<unknown>

beforeAll(async () => {
  database = await createBareDatabase()
  db = database.db as unknown as Kysely<unknown>
})
afterAll(() => database.drop())

const migrator = () => new Migrator({ db, provider: { getMigrations: async () => migrations } })

test('what happened stays what happened, and baselines and dependencies can be made on it', async () => {
  expect((await migrator().migrateTo('0005-activity')).error).toBeUndefined()
  await sql`
    with sectors as (insert into sector values ('sport', 1, 3, 'Sport', 'Sport')),
      one_body as (insert into body (code, name, sector_id, level, kind) values ('SPORT', 'Sport', 'sport', 'flemish', 'agency') returning id),
      one_group as (insert into consultation_group (name, kind) values ('Overleg', 'horizontal') returning id),
      one_plan as (insert into plan (group_id, title) select id, 'Plan' from one_group returning id),
      one_priority as (insert into priority (plan_id, position, title) select id, 1, 'Een' from one_plan returning id, plan_id),
      texts as (
        insert into document (group_id, subject_type, subject_id)
        select id, 'measure', gen_random_uuid() from one_group, generate_series(1, 2) returning id, subject_id
      ),
      measures as (
        insert into measure (id, plan_id, priority_id, title, level, document_id)
        select subject_id, plan_id, one_priority.id, 'Maatregel', 'flemish', texts.id from texts, one_priority returning id
      ),
      versions as (
        insert into document_version (document_id, number, reason, seq, state, json, text, html, hash)
        select id, 1, 'decision', 0, '', '{}', '', '', 'x' from texts
      )
    insert into milestone (measure_id, date, label, source, certainty)
    select measures.id, dates.date, 'Gebeurd', 'Een bron', 'seen'
    from measures, (values ('2016'), ('2016-07'), ('2016-07-08')) as dates (date)`.execute(db)

  const { error, results } = await migrator().migrateToLatest()
  expect(error).toBeUndefined()
  expect(results?.map(result => result.migrationName)).toContain('0009-milestones-and-baselines')

  const { rows } = await sql<object>`
    select reached_on, planned_for, dropped_reason, label, source, certainty, count(*) as measures from milestone
    group by 1, 2, 3, 4, 5, 6 order by 1`.execute(db)
  const happened = { plannedFor: null, droppedReason: null, label: 'Gebeurd', source: 'Een bron', certainty: 'seen' }
  expect(rows).toEqual(['2016', '2016-07', '2016-07-08'].map(reachedOn => ({ ...happened, reachedOn, measures: 2 })))

  // A milestone says when, and what was dropped was not reached.
  const nothing = sql`insert into milestone (measure_id, label) select id, 'Wanneer?' from measure limit 1`
  await expect(nothing.execute(db)).rejects.toThrow('milestone_check')
  const both = sql`update milestone set dropped_reason = 'Geen geld'`
  await expect(both.execute(db)).rejects.toThrow('milestone_check')
  const noMonth = sql`insert into milestone (measure_id, label, planned_for) select id, 'Als', '2026-13' from measure limit 1`
  await expect(noMonth.execute(db)).rejects.toThrow('milestone_planned_for_check')

  await sql`
    insert into document_version (document_id, number, reason, seq, state, json, text, html, hash)
    select id, 2, 'baseline', 0, '', '{}', '', '', 'x' from document`.execute(db)

  const block = (direction: 'min' | 'max') => {
    const other = direction === 'min' ? 'max' : 'min'
    const end = (name: string) => sql.raw(`(select ${name}(id::text)::uuid from measure)`)
    return sql`
      insert into dependency (plan_id, from_id, to_id, kind)
      select id, ${end(direction)}, ${end(other)}, 'blocks' from plan`.execute(db)
  }
  await block('min')
  await expect(block('max')).rejects.toThrow('block itself')
})
