import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf, findMeasure } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

const saved = (page: Page) => page.getByText('Bewaard', { exact: true }).waitFor()
const textOf = (page: Page) => page.locator('[data-document-id]').textContent()

/** Puts the cursor at the end of the text and types. */
async function type(page: Page, text: string, delay = 5) {
  await beginParagraph(page)
  await page.keyboard.type(text, { delay })
}

async function beginParagraph(page: Page) {
  await editorOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

test('two people write in one measure at once, a third reads along and may not write', async () => {
  const one = await arrive(browser, server.url, 'coordinator', '/')
  const path = await findMeasure(one.page, 'Digitaal verenigingsloket')
  await one.page.goto(path)
  const other = await arrive(browser, server.url, 'editor.sport', path)
  const reader = await arrive(browser, server.url, 'observer', path)
  await Promise.all([editorOf(one.page).waitFor(), editorOf(other.page).waitFor()])

  await Promise.all([
    type(one.page, 'De coördinator schrijft deze zin.'),
    type(other.page, 'Sport schrijft tegelijk een andere zin.'),
  ])
  await Promise.all([saved(one.page), saved(other.page)])
  for (const { page } of [one, other, reader]) {
    await expect.poll(() => textOf(page)).toContain('De coördinator schrijft deze zin.')
    await expect.poll(() => textOf(page)).toContain('Sport schrijft tegelijk een andere zin.')
  }
  await one.page.locator('.caret', { hasText: 'SPORT' }).waitFor()
  await reader.page.getByText('Alleen lezen: je bent waarnemer').waitFor()
  expect(await editorOf(reader.page).count()).toBe(0)
  expect([...one.problems, ...other.problems, ...reader.problems]).toEqual([])
})

test('a key finds the caret where it was put a moment before', async () => {
  const { page, problems } = await arrive(browser, server.url, 'editor.sport', '/')
  await page.goto(await findMeasure(page, 'Gelijke toegang tot vrijwilligerswerk'))
  const editor = editorOf(page)
  await editor.locator('p').first().click()
  await page.locator('.ProseMirror-focused').waitFor()
  const before = await editor.locator('p').allTextContents()
  // In one go, so that the browser has not yet told the page about the caret when the key comes.
  await editor.evaluate(element => {
    getSelection()!.selectAllChildren([...element.querySelectorAll('p')].at(-1)!)
    getSelection()!.collapseToEnd()
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => editor.locator('p').allTextContents()).toEqual([...before, ''])
  expect(problems).toEqual([])
})

test('who has begun a line stays in it when somebody else begins one above it', async () => {
  const [mine, theirs] = [
    await arrive(browser, server.url, 'editor.sport', '/'),
    await arrive(browser, server.url, 'editor.werk', '/'),
  ]
  const path = await findMeasure(mine.page, 'Kennis- en expertisecentrum')
  await Promise.all([mine, theirs].map(({ page }) => page.goto(path)))
  const paragraphs = ({ page }: typeof mine) => editorOf(page).locator('p').allTextContents()
  await editorOf(theirs.page).waitFor()
  await beginParagraph(mine.page)
  const before = await paragraphs(mine)
  await expect.poll(() => paragraphs(theirs).then(all => all.length)).toBe(before.length)

  const first = editorOf(theirs.page).locator('p').first()
  await first.click()
  await first.evaluate(paragraph => {
    getSelection()!.selectAllChildren(paragraph)
    getSelection()!.collapseToEnd()
  })
  await theirs.page.keyboard.press('Enter')
  await expect.poll(() => paragraphs(mine).then(all => all.length)).toBe(before.length + 1)
  await mine.page.keyboard.type('Van mij.', { delay: 5 })
  await expect.poll(() => paragraphs(theirs).then(all => all.at(-1))).toContain('Van mij.')
  expect([...mine.problems, ...theirs.problems]).toEqual([])
})

test('the text is in the first response, before any script', async () => {
  const { page } = await arrive(browser, server.url, 'observer', '/')
  const path = await findMeasure(page, 'Meldingsplicht bij RVA en Fedasil')
  const html = await (await page.request.get(path)).text()
  expect(html).toMatch(/data-document-id="[0-9a-f-]{36}"[\s\S]*werkloosheidsuitkering/)
})

test('a server that is killed while people type loses nothing that was called saved, and gets the rest on its return', async () => {
  const one = await arrive(browser, server.url, 'coordinator', '/')
  const path = await findMeasure(one.page, 'Gelijke toegang tot vrijwilligerswerk')
  await one.page.goto(path)
  const other = await arrive(browser, server.url, 'editor.werk', path)
  await Promise.all([editorOf(one.page).waitFor(), editorOf(other.page).waitFor()])
  await type(one.page, 'Dit was bewaard.')
  await saved(one.page)

  const typing = type(one.page, 'Dit werd getypt terwijl de server viel, tot en met het laatste woord.', 20)
  await expect.poll(() => textOf(other.page)).toContain('Dit werd')
  await server.kill('SIGKILL')
  await typing
  await one.page.getByText(/^Offline: \d+ wijziging/).waitFor()
  await type(one.page, 'Zonder server geschreven.')

  await server.restart()
  const stored = await one.page.request.get(path)
  expect(await stored.text()).toContain('Dit was bewaard.')
  await saved(one.page)
  for (const sentence of ['Dit was bewaard.', 'tot en met het laatste woord.', 'Zonder server geschreven.']) {
    await expect.poll(() => textOf(other.page)).toContain(sentence)
  }
  expect(await (await one.page.request.get(path)).text()).toContain('Zonder server geschreven.')
  expect([...one.problems, ...other.problems]).toEqual([])
})

test('what was typed offline is sent when the browser comes back, also when the tab was closed', async () => {
  const { page } = await arrive(browser, server.url, 'editor.sport', '/')
  const path = await findMeasure(page, 'Interbestuurlijke werkgroep federaal-Vlaams')
  await page.goto(path)
  await editorOf(page).waitFor()
  await saved(page)
  await page.context().setOffline(true)
  await server.kill('SIGKILL')
  await type(page, 'Op de trein geschreven.')
  await page.getByText(/^Offline: \d+ wijziging.* bewaard op dit toestel/).waitFor()
  await page.evaluate(writesToEnd)
  await page.close({ runBeforeUnload: false })

  await server.restart()
  const [context] = browser.contexts().slice(-1)
  await context!.setOffline(false)
  const again = await context!.newPage()
  await again.goto(path)
  await expect.poll(() => textOf(again)).toContain('Op de trein geschreven.')
  await saved(again)
  expect(await (await again.request.get(path)).text()).toContain('Op de trein geschreven.')
})

/** A tab that is killed takes with it what the browser is writing at that very moment: reading waits for what came before. */
async function writesToEnd() {
  const promised = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  for (const { name } of await indexedDB.databases()) {
    const database = await promised(indexedDB.open(name!))
    const stores = [...database.objectStoreNames]
    if (stores.length > 0) await promised(database.transaction(stores).objectStore(stores[0]!).count())
    database.close()
  }
}
