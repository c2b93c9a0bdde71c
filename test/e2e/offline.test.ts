import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf, findMeasure, signIn, visit } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

const textOf = (page: Page) => page.locator('[data-document-id]').textContent()
const notice = (page: Page) => page.getByText('Geen verbinding met de server.')

/** The addresses of everything that this browser keeps of pages. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter(name => name.startsWith('samenspraak-pages'))
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

/** Looks at the page until it, its data and the page that explains are kept. */
async function untilKept(page: Page) {
  const { pathname } = new URL(page.url())
  const halves = [pathname, `${pathname === '/' ? '/_root' : pathname}.data`, '/offline', '/offline.data']
  await expect.poll(() => kept(page)).toEqual(expect.arrayContaining(halves))
}

async function type(page: Page, text: string) {
  await editorOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text, { delay: 5 })
}

test('a page that was seen opens without the server, and what is typed there arrives later', async () => {
  const { page, problems } = await arrive(browser, server.url, 'editor.sport', '/')
  const measure = await findMeasure(page, 'Digitaal verenigingsloket')
  await page.goto(measure)
  await editorOf(page).waitFor()
  await untilKept(page)
  await page.getByRole('link', { name: 'Actieplan' }).first().click()
  await page.waitForURL('**/measures')
  await untilKept(page)

  await server.kill('SIGKILL')
  await page.goto(measure)
  await notice(page).waitFor()
  await type(page, 'Zonder server geopend en geschreven.')
  await page.getByText(/^Offline: \d+ wijziging.* bewaard op dit toestel/).waitFor()

  // On by links: a page that was seen, one that was not, and back by what the offline page lists.
  await page.getByRole('link', { name: 'Actieplan' }).first().click()
  await page.getByRole('link', { name: 'Digitaal verenigingsloket' }).first().waitFor()
  expect(await kept(page)).not.toContain('/decisions')
  await page.getByRole('link', { name: 'Beslissingen' }).first().click()
  await page.getByRole('heading', { name: 'Deze pagina is niet op dit toestel' }).waitFor()
  await page.locator('main').getByRole('link', { name: 'Digitaal verenigingsloket' }).click()
  await expect.poll(() => textOf(page)).toContain('Zonder server geopend en geschreven.')
  await page.close({ runBeforeUnload: false })

  const again = await browser.contexts().at(-1)!.newPage()
  await again.goto('/meetings')
  await again.getByRole('heading', { name: 'Deze pagina is niet op dit toestel' }).waitFor()
  await again.goto(measure)
  await expect.poll(() => textOf(again)).toContain('Zonder server geopend en geschreven.')
  await server.restart()
  await again.getByText('Bewaard', { exact: true }).waitFor()
  await notice(again).waitFor({ state: 'detached' })
  const other = await arrive(browser, server.url, 'coordinator', measure)
  await expect.poll(() => textOf(other.page)).toContain('Zonder server geopend en geschreven.')
  expect([...problems, ...other.problems]).toEqual([])
})

test('two people write without the server in a measure that each had seen, and both texts are there', async () => {
  const path = await findMeasure((await arrive(browser, server.url, 'observer', '/')).page, 'Gelijke toegang tot')
  const one = await arrive(browser, server.url, 'coordinator', path)
  const other = await arrive(browser, server.url, 'editor.werk', path)
  for (const { page } of [one, other]) {
    await editorOf(page).waitFor()
    await untilKept(page)
  }
  await server.kill('SIGKILL')
  await Promise.all([one.page.reload(), other.page.reload()])
  await type(one.page, 'De ene schrijft dit op de trein.')
  await type(other.page, 'De andere schrijft dit thuis.')
  await server.restart()
  for (const { page } of [one, other]) {
    await expect.poll(() => textOf(page)).toContain('De ene schrijft dit op de trein.')
    await expect.poll(() => textOf(page)).toContain('De andere schrijft dit thuis.')
  }
  expect([...one.problems, ...other.problems]).toEqual([])
})

test('a page whose data cannot be read again stays as it is, and is read again as soon as it can', async () => {
  // Without a service worker: as on a first visit, and where the browser has none.
  const { page, problems } = await visit(browser, server.url, { serviceWorkers: 'block' })
  await page.goto('/')
  await signIn(page, 'coordinator')
  const path = await findMeasure(page, 'Meldingsplicht bij RVA')
  // The socket is there, the data is not: neither from the server nor from a copy.
  await page.route('**/*.data', route => route.abort())
  const refused = page.waitForEvent('requestfailed', request => request.url().includes('.data'))
  await page.goto(path)
  await refused
  await editorOf(page).waitFor()
  await type(page, 'Dit stond er al.')
  await page.getByText('Bewaard', { exact: true }).waitFor()
  await page.unroute('**/*.data')
  await page.waitForResponse(response => response.url().endsWith(`${path}.data`) && response.ok())
  expect(await textOf(page)).toContain('Dit stond er al.')
  expect(problems.filter(problem => !problem.includes('blocked by Playwright'))).toEqual([])
})

test('a form that cannot be sent says so and keeps what was filled in', async () => {
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/')
  await page.goto(await findMeasure(page, 'Digitaal verenigingsloket'))
  await untilKept(page)
  await server.kill('SIGKILL')
  await page.getByRole('link', { name: /titel/i }).first().click()
  await page
    .locator('.title-input input')
    .or(page.locator('input[name=title]'))
    .first()
    .fill('Eén loket, ook zonder trein')
  await page.keyboard.press('Enter')
  await page.getByText('De server antwoordt niet.').waitFor()
  expect(await page.locator('input[name=title]').inputValue()).toBe('Eén loket, ook zonder trein')
  await server.restart()
  await notice(page).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Eén loket, ook zonder trein' }).waitFor()
  expect(problems).toEqual([])
})

test('who signs out leaves nothing behind, and the next person opens nothing of theirs', async () => {
  const { page, problems } = await visit(browser, server.url)
  await page.goto('/')
  await signIn(page, 'editor.sport')
  const measure = await findMeasure(page, 'Interbestuurlijke werkgroep federaal-Vlaams')
  await page.goto(measure)
  await editorOf(page).waitFor()
  await untilKept(page)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBeGreaterThan(0)

  await page.locator('details.account summary').click()
  await page.getByRole('button', { name: 'Meld je af' }).click()
  await page.waitForURL('**/login')
  expect(await kept(page)).toEqual([])
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('samenspraak')))).toEqual([])

  await server.kill('SIGKILL')
  await expect(page.goto(measure)).rejects.toThrow(/net::ERR/)
  await server.restart()
  await page.goto('/')
  await signIn(page, 'observer')
  await untilKept(page)
  await server.kill('SIGKILL')
  await page.goto(measure)
  await page.getByRole('heading', { name: 'Deze pagina is niet op dit toestel' }).waitFor()
  expect(await page.locator('[data-document-id]').count()).toBe(0)
  await server.restart()
  await editorOf(page).or(page.locator('[data-document-id]')).first().waitFor()

  // Signed out elsewhere: the next answer of the server says so.
  await untilKept(page)
  await page.context().clearCookies()
  await page.goto('/measures')
  await expect.poll(() => kept(page)).toEqual([])
  expect(problems).toEqual([])
})
