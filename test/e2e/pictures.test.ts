import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, signIn, visit } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Weergave' }).getByRole('link', { name, exact: true })
const column = (page: Page, name: string) =>
  page.locator('.board-column').filter({ has: page.locator('h2', { hasText: name }) })
const card = (page: Page, title: string) => page.locator('.board-card').filter({ hasText: title })
const title = 'Gemeentelijke regelgeving vereenvoudigen'

test('the four pictures keep one filter and one count; a card goes by keyboard and the other screen follows', async () => {
  const editor = await arrive(browser, server.url, 'coordinator', '/measures?level=local')
  const observer = await arrive(browser, server.url, 'observer', '/measures/board?level=local')
  const { page } = editor
  for (const [view, heading] of [
    ['Matrix', 'Lokaal'],
    ['Verantwoordelijkheden', 'VVSG'],
    ['Tijdlijn', 'Looptijd'],
    ['Bord', 'Nog te bevestigen'],
  ] as const) {
    await tab(page, view).click()
    await page.waitForURL(/\/measures\/\w+\?level=local$/)
    await page.locator('main table, main .board').getByText(heading).first().waitFor()
    await page.getByText('2 van 21 maatregelen').waitFor()
    await page.getByRole('link', { name: title }).first().waitFor()
  }

  await column(observer.page, 'Nog te bevestigen').getByText(title).waitFor()
  expect(await observer.page.locator('.board-card .move').count()).toBe(0)
  await column(page, 'Nog te bevestigen').locator('.move > summary').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await column(page, 'In voorbereiding').getByText(title).waitFor()
  await column(observer.page, 'In voorbereiding').getByText(title).waitFor()
  await page.getByRole('button', { name: 'Maak ongedaan' }).click()
  await column(observer.page, 'Nog te bevestigen').getByText(title).waitFor()
  expect([...editor.problems, ...observer.problems]).toEqual([])
})

test('a card can be dragged to another status', async () => {
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/measures/board')
  // Both columns in sight: a page that scrolls under the pointer is not what this is about.
  await page.setViewportSize({ width: 1440, height: 1400 })
  await card(page, 'Interbestuurlijke werkgroep').dragTo(column(page, 'Stopgezet'))
  await column(page, 'Stopgezet').getByText('Interbestuurlijke werkgroep').waitFor()
  await page.reload()
  await column(page, 'Stopgezet').getByText('Interbestuurlijke werkgroep').waitFor()
  expect(problems).toEqual([])
})

test('without JavaScript a menu moves a card; what somebody else moved meanwhile is told with both values', async () => {
  const plain = await visit(browser, server.url, { javaScriptEnabled: false })
  await plain.page.goto('/measures/board?level=local')
  await signIn(plain.page, 'coordinator')
  const other = await arrive(browser, server.url, 'editor.sport', '/measures/board?level=local')
  const menu = (page: Page) => card(page, 'Lokale besturen beter informeren').locator('.move > summary')

  await menu(plain.page).click()
  await menu(other.page).click()
  await card(other.page, 'Lokale besturen beter informeren').getByRole('button', { name: 'In uitvoering' }).click()
  await other.page.getByText(/^Lokale besturen beter informeren.*: In uitvoering/).waitFor()
  await card(plain.page, 'Lokale besturen beter informeren')
    .getByRole('button', { name: 'Uitgevoerd', exact: true })
    .click()
  const told = plain.page.getByRole('alert')
  expect(await told.textContent()).toMatch(/intussen op In uitvoering. Jij koos Uitgevoerd/)
  await menu(plain.page).click()
  await card(plain.page, 'Lokale besturen beter informeren')
    .getByRole('button', { name: 'Uitgevoerd', exact: true })
    .click()
  await column(plain.page, 'Uitgevoerd').getByText('Lokale besturen beter informeren').waitFor()
})

test('each picture is a file of its own, with whose plan it is, when, and what was filtered', async () => {
  const { page, problems } = await arrive(browser, server.url, 'observer', '/measures/matrix?level=local')
  for (const name of ['matrix', 'map', 'timeline', 'board']) {
    const answer = await page.request.get(`/measures/pictures/${name}.svg?level=local`)
    expect(answer.headers()['content-type']).toMatch(/^image\/svg\+xml/)
    const svg = await answer.text()
    expect(svg).toContain('Horizontaal Overleg Vrijwilligersbeleid')
    expect(svg).toContain('Alleen: Niveau: Lokaal')
    expect(svg).toContain('2 van 21 maatregelen')
    expect(svg).not.toMatch(/var\(|light-dark|undefined|NaN/)
    const isWellFormed = await page.evaluate(
      text => !new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror'),
      svg,
    )
    expect(isWellFormed).toBe(true)
  }
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Bewaar als SVG' }).click()
  expect((await saved).suggestedFilename()).toBe('actieplan-matrix.svg')
  const png = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als PNG' }).click()
  expect((await png).suggestedFilename()).toBe('actieplan-matrix.png')
  expect((await page.request.get('/measures/pictures/other.svg')).status()).toBe(404)
  expect(problems).toEqual([])
})

test('who may not edit cannot move a card', async () => {
  const { page } = await arrive(browser, server.url, 'coordinator', '/measures/board?level=local')
  const id = await card(page, title).getAttribute('data-card')
  const form = { measureId: id!, before: 'unknown', status: 'done' }
  for (const [account, status] of [
    ['representative.welzijn', 403],
    ['observer', 403],
    ['editor.sport', 200],
  ] as const) {
    const visitor = await arrive(browser, server.url, account, '/measures/board')
    const answer = await visitor.page.request.post('/measures/board.data', { form, headers: { Origin: server.url } })
    expect([account, answer.status()]).toEqual([account, status])
  }
})
