import { expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate'
import { createTestDatabase } from '#test/support/database'
import { createMandate } from '#test/support/fixtures'

test('a file that waits expires after seven days, and needs a name', async () => {
  const here = await createTestDatabase()
  try {
    expect(await migrateToLatest(here.db)).toEqual([])
    const { id, groupId } = await createMandate(here.db)
    const values = {
      groupId,
      madeBy: id,
      fileName: 'plan.csv',
      contentHash: 'x',
      header: ['a'],
      rows: '[]',
      mapping: '[]',
    }
    const row = await here.db.insertInto('planImport').values(values).returningAll().executeTakeFirstOrThrow()
    expect((row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000).toBeCloseTo(7, 1)
    expect([row.choices, row.doneAt]).toEqual([{}, null])
    await expect(
      here.db
        .insertInto('planImport')
        .values({ ...values, fileName: '' })
        .execute(),
    ).rejects.toThrow(/check/)
  } finally {
    await here.drop()
  }
})
