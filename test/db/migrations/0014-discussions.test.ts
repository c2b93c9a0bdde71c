import { Migrator, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate'
import { migrations } from '#db/migrations/index'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase

beforeAll(async () => {
  here = await createTestDatabase()
})
afterAll(() => here.drop())

const id = '00000000-0000-4000-8000-000000000001'

test('a group with a text takes discussions, of which only what may change does', async () => {
  const { db } = here
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const names = Object.keys(migrations)
  const previous = names[names.indexOf('0014-discussions') - 1]!
  await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(previous)
  await sql`insert into consultation_group (id, name, kind) values (${id}, 'Overleg', 'horizontal')`.execute(db)
  await sql`insert into sector (id, position, colour, name_nl, name_en) values ('sport', 1, 1, 'Sport', 'Sport')`.execute(
    db,
  )
  await sql`insert into body (id, code, name, sector_id, level, kind)
    values (${id}, 'SPO', 'Sport', 'sport', 'flemish', 'department')`.execute(db)
  await sql`insert into person (id, email, name) values (${id}, 'a@b.example', 'Iemand')`.execute(db)
  await sql`insert into mandate (id, person_id, body_id, group_id, role, starts_on)
    values (${id}, ${id}, ${id}, ${id}, 'editor', '2020-01-01')`.execute(db)
  await sql`insert into document (id, group_id, subject_type, subject_id)
    values (${id}, ${id}, 'measure', ${id})`.execute(db)

  expect(await migrateToLatest(db)).toContain('0014-discussions')
  const thread = { groupId: id, subjectType: 'measure' as const, subjectId: id, openedBy: id }
  const passage = { documentId: id, anchorFrom: Buffer.of(1), anchorTo: Buffer.of(1), words: '[[1,0,3]]' }
  const add = (values: object) =>
    db
      .insertInto('discussionThread')
      .values({ ...thread, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  await expect(add({ documentId: id })).rejects.toThrow(/check/)
  await expect(add(passage)).rejects.toThrow(/check/)
  await add({})
  const { id: threadId } = await add({ ...passage, quote: 'een' })

  const change = (values: object) => db.updateTable('discussionThread').set(values).where('id', '=', threadId).execute()
  await change({ words: '[[2,0,3]]', resolvedAt: new Date() })
  await expect(change({ quote: 'twee' })).rejects.toThrow(/append-only/)
  await expect(db.deleteFrom('discussionThread').execute()).rejects.toThrow(/append-only/)

  const { id: commentId } = await db
    .insertInto('discussionComment')
    .values({ threadId, text: 'Zo', mandateId: id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const edit = (values: object) => db.updateTable('discussionComment').set(values).where('id', '=', commentId).execute()
  await expect(edit({ text: '' })).rejects.toThrow(/check/)
  await expect(edit({ writtenAt: new Date() })).rejects.toThrow(/append-only/)
  await edit({ text: '', removedAt: new Date() })
  await expect(
    db.insertInto('discussionMention').values({ commentId, label: 'SPO', personId: id, bodyId: id }).execute(),
  ).rejects.toThrow(/check/)

  await db.insertInto('wordingProposal').values({ threadId, replacement: 'drie' }).execute()
  const settle = (values: object) => db.updateTable('wordingProposal').set(values).execute()
  const settled = { settledBy: id, settledAt: new Date() }
  await expect(settle({ state: 'declined', ...settled })).rejects.toThrow(/check/)
  await settle({ state: 'declined', reason: 'Nee', ...settled })
  await expect(settle({ state: 'open', settledBy: null, settledAt: null })).rejects.toThrow(/append-only/)
})
