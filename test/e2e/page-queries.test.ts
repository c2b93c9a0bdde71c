import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { documentsBehind } from '#server/documents/write-content'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { askPage, measuredPages } from '#test/support/measured-pages'
import { signInByForm } from '#test/support/sign-in-by-form'

const databases: TestDatabase[] = []
let small: AppServer
let large: AppServer
let cookies: string[]

beforeAll(async () => {
  ;[small, large] = await Promise.all([start('demo'), start('large')])
  cookies = await Promise.all([small, large].map(server => signInByForm(server.url, 'coordinator')))
})

/** A server whose texts are all written beside their logs: until then a page that tells of them asks the logs too. */
async function start(SEED: string): Promise<AppServer> {
  const database = await createTestDatabase()
  databases.push(database)
  const server = await startAppServer({ env: { SEED, SERVER_TIMING: '1' }, databaseUrl: database.url })
  await vi.waitFor(async () => expect(await documentsBehind(database.db)).toEqual([]), { timeout: 90_000 })
  return server
}

afterAll(async () => {
  await Promise.all([small, large].map(server => server?.stop()))
  await Promise.all(databases.map(database => database.drop()))
})

// The plan of 21 measures beside one of 1,000, with fifty times as many responsibilities.
test.each(Object.entries(measuredPages))(
  '%s takes as many queries of a large plan as of a small one',
  async (_, path) => {
    const [ofSmall, ofLarge] = [
      await askPage(small.url, path, cookies[0] ?? ''),
      await askPage(large.url, path, cookies[1] ?? ''),
    ]
    expect(ofLarge.queries).toBe(ofSmall.queries)
  },
)
