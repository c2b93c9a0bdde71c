import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import { readContent } from '#server/documents/read-content'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { createEmptyCopy } from '#test/support/database'
import { arrive, editorOf, findMeasure } from '#test/support/people'
import { redisAddress } from '#test/support/redis'
import { openGate } from '#test/support/tcp-gate'

describe.skipIf(!redisAddress)('two nodes behind a balancer (skipped where no Redis is at hand)', () => {
  let database: Awaited<ReturnType<typeof createEmptyCopy>>
  let nodes: AppServer[]
  let gate: Awaited<ReturnType<typeof openGate>>
  let browser: Browser

  beforeAll(async () => {
    database = await createEmptyCopy()
    const env = { REDIS_URL: `redis://${redisAddress!.host}:${redisAddress!.port}` }
    const first = await startAppServer({ databaseUrl: database.url, env })
    nodes = [first, await startAppServer({ databaseUrl: database.url, env })]
    gate = await openGate(...nodes.map(node => Number(new URL(node.url).port)))
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
    await gate.close()
    for (const node of nodes) await node.stop()
    await database.drop()
  })

  /** What a person sees of the text, a line a block, without other people's cursors. */
  const linesOf = (page: Page) =>
    editorOf(page).evaluate(text => {
      const copy = text.cloneNode(true) as HTMLElement
      for (const cursor of copy.querySelectorAll('.caret')) cursor.remove()
      const blocks = [...copy.querySelectorAll('p, h2, h3, h4')]
      return blocks.map(block => (block.textContent ?? '').replaceAll('\u2060', '').trim()).filter(Boolean)
    })

  test('a node that is killed while people type takes nothing with it', async () => {
    const url = `http://127.0.0.1:${gate.port}`
    const people = [await arrive(browser, url, 'coordinator', '/')]
    const path = await findMeasure(people[0]!.page, 'Digitaal verenigingsloket')
    for (const account of ['editor.sport', 'editor.werk']) people.push(await arrive(browser, url, account, path))
    await people[0]!.page.goto(path)
    const pages = people.map(({ page }) => page)
    await Promise.all(pages.map(page => editorOf(page).waitFor()))
    for (const [index, page] of pages.entries()) {
      await editorOf(page).click()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Enter')
      await page.keyboard.type(`Begin ${index}. `)
    }
    await expect.poll(async () => (await linesOf(pages[0]!)).join(' ')).toMatch(/Begin 2\./)

    const typing = pages.map((page, index) =>
      page.keyboard.type(`Persoon ${index} typt door tot het einde.`, { delay: 30 }),
    )
    await expect.poll(async () => (await linesOf(pages[1]!)).join(' ')).toMatch(/Persoon 0/)
    await nodes[0]!.kill('SIGKILL')
    await Promise.all(typing)

    await Promise.all(pages.map(page => page.getByText('Bewaard', { exact: true }).waitFor()))
    const documentId = (await pages[0]!.locator('[data-document-id]').getAttribute('data-document-id'))!
    const { db } = createDb({ connectionString: database.url, max: 1 })
    const stored = await readContent(db, documentId)
    await db.destroy()
    for (const index of pages.keys()) expect(stored.text).toContain(`Persoon ${index} typt door tot het einde.`)
    const lines = stored.text.split('\n').map(line => line.trim())
    for (const page of pages) await expect.poll(() => linesOf(page)).toEqual(lines.filter(Boolean))
  })
})
