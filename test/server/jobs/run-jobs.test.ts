import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runJobs } from '#server/jobs/run-jobs'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a job runs again and again, whatever it throws, and stops when it is asked to', async () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  let runs = 0
  let atWork = 0
  let enough = () => {}
  const several = new Promise<void>(resolve => {
    enough = resolve
  })
  const running = runJobs(database.db, [
    {
      name: 'count',
      every: 1,
      run: async () => {
        expect(++atWork).toBe(1)
        if (++runs === 3) enough()
        await database.db.selectFrom('sector').select('id').execute()
        atWork--
        if (runs === 2) throw new Error('this once')
      },
    },
  ])
  await several
  await running.stop()
  expect(atWork).toBe(0)
  const stoppedAt = runs
  await database.db.selectFrom('sector').select('id').execute()
  expect(runs).toBe(stoppedAt)
  expect(complained).toHaveBeenCalledTimes(1)
  complained.mockRestore()
})
