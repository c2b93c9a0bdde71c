import { Migrator, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate'
import { migrations } from '#db/migrations/index'
import { createTestDatabase } from '#test/support/database'

const id = '00000000-0000-4000-8000-000000000001'

test('a file that waited brings in measures as before; a review may be by somebody from elsewhere', async () => {
  const here = await createTestDatabase()
  const { db } = here
  try {
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
    const names = Object.keys(migrations)
    const previous = names[names.indexOf('0024-import-tables') - 1]!
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
    await sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal')`.execute(db)
    await sql`insert into sector (id, position, colour, name_nl, name_en)
      values ('sport', 1, 1, 'Sport', 'Sport')`.execute(db)
    await sql`insert into body (id, code, name, sector_id, level, kind)
      values (${id}, 'SPO', 'Sport', 'sport', 'flemish', 'department')`.execute(db)
    await sql`insert into person (id, email, name) values (${id}, 'a@b.example', 'Iemand')`.execute(db)
    await sql`insert into mandate (id, person_id, body_id, group_id, role, starts_on)
      values (${id}, ${id}, ${id}, ${id}, 'coordinator', '2020-01-01')`.execute(db)
    await sql`insert into plan (id, group_id, title) values (${id}, ${id}, 'Plan')`.execute(db)
    await sql`insert into priority (id, plan_id, position, title) values (${id}, ${id}, 1, 'Een')`.execute(db)
    await sql`insert into document (id, group_id, subject_type, subject_id)
      values (${id}, ${id}, 'measure', ${id})`.execute(db)
    await sql`insert into measure (id, plan_id, priority_id, position, title, level, document_id, reviewed_on, reviewed_by)
      values (${id}, ${id}, ${id}, 1, 'Maatregel', 'flemish', ${id}, '2026-01-02', ${id})`.execute(db)
    await sql`insert into plan_import (id, group_id, made_by, file_name, content_hash, header, rows, mapping)
      values (${id}, ${id}, ${id}, 'plan.xlsx', 'x', '{Titel}', '[["Een"]]', '["title"]')`.execute(db)

    expect(await migrateToLatest(db)).toContain('0024-import-tables')
    const waiting = await db.selectFrom('planImport').select(['rows', 'sheets']).executeTakeFirstOrThrow()
    expect(waiting).toEqual({ rows: [['Een']], sheets: [] })
    const review = (values: { reviewedOn: string | null; reviewedBy: string | null }) =>
      db.updateTable('measure').set(values).returning(['reviewedOn', 'reviewedBy']).executeTakeFirstOrThrow()
    expect(await review({ reviewedOn: '2026-01-02', reviewedBy: null })).toMatchObject({ reviewedOn: '2026-01-02' })
    await expect(review({ reviewedOn: null, reviewedBy: id })).rejects.toThrow(/measure_review/)
  } finally {
    await here.drop()
  }
})
