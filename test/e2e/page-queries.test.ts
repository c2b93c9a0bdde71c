import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { askPage, measuredPages, signInToMeasure } from '#test/support/measured-pages'

let small: AppServer
let large: AppServer
let cookies: string[]

beforeAll(async () => {
  const start = (SEED: string) => startAppServer({ env: { SEED, SERVER_TIMING: '1' } })
  ;[small, large] = await Promise.all([start('demo'), start('large')])
  cookies = await Promise.all([small, large].map(server => signInToMeasure(server.url)))
})

afterAll(() => Promise.all([small, large].map(server => server.stop())))

// The plan of 21 measures beside one of 1,000, with fifty times as many responsibilities.
test.each(Object.entries(measuredPages))(
  '%s takes as many queries of a large plan as of a small one',
  async (_, path) => {
    expect(await queriesOf(large, path, cookies[1])).toBe(await queriesOf(small, path, cookies[0]))
  },
)

/** The least of two: now and then a request does something more, which has nothing to do with how much there is. */
async function queriesOf(server: AppServer, path: string, cookie = ''): Promise<number> {
  const first = await askPage(server.url, path, cookie)
  const second = await askPage(server.url, path, cookie)
  return Math.min(first.queries, second.queries)
}
