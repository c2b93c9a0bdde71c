import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('who moves on while a page is still coming in leaves no error behind', async () => {
  const { page, problems } = await arrive(browser, server.url, 'observer', '/')
  await page.addInitScript(stopHalfWay, '/meetings.data')
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Vergaderingen' }).click()
  await page.waitForFunction(() => 'cameHalfWay' in window)
  await page.getByRole('navigation').getByRole('link', { name: 'Beslissingen' }).click()
  await page.waitForURL('**/decisions')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(problems).toEqual([])
})

/** A line on which the data at an address comes no further than half, until it is given up. */
function stopHalfWay(pathname: string) {
  const ask = window.fetch
  window.fetch = async (input, init) => {
    const answer = await ask(input, init)
    if (!String(input).includes(pathname)) return answer
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, bytes.length / 2))
        init?.signal?.addEventListener('abort', () => controller.error(new DOMException('given up', 'AbortError')))
        Object.assign(window, { cameHalfWay: true })
      },
    })
    return new Response(half, { status: answer.status, headers: answer.headers })
  }
}
