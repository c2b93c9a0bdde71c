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
    const [ofSmall, ofLarge] = [
      await askPage(small.url, path, cookies[0] ?? ''),
      await askPage(large.url, path, cookies[1] ?? ''),
    ]
    expect(ofLarge.queries).toBe(ofSmall.queries)
  },
)
