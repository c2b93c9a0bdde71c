import { readFileSync } from 'node:fs'
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

/** The row of a body in "Wie trekt dit?". */
const owner = (page: Page, code: string) => page.locator('[data-responsibility-state]', { hasText: code }).first()

test('a lead that is proposed accepts, and everybody who looks at the measure sees it at once', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/')
  const path = await findMeasure(coordinator.page, 'Gelijke toegang tot vrijwilligerswerk')
  await coordinator.page.goto(path)
  await owner(coordinator.page, 'ZORG').getByText('voorgesteld').waitFor()

  const representative = await arrive(browser, server.url, 'representative.welzijn', '/')
  const asked = representative.page.getByRole('listitem').filter({ hasText: 'Gelijke toegang tot vrijwilligerswerk' })
  await asked.getByRole('button', { name: /^Aanvaard/ }).click()
  await owner(coordinator.page, 'ZORG').getByText('aanvaard', { exact: true }).waitFor()
  expect([...coordinator.problems, ...representative.problems]).toEqual([])
})

test('a decision is pinned to the text that lay on the table, and says so when the text moves on', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/')
  const editor = await arrive(browser, server.url, 'editor.werk', '/')
  const path = await findMeasure(editor.page, 'Grijze zone tussen vrijwilligerswerk')
  await editor.page.goto(path)
  await editorOf(editor.page).waitFor()

  const { page } = coordinator
  await page.getByRole('link', { name: /geplande vergadering/ }).click()
  await page
    .getByRole('link', { name: /Grijze zone met betaald werk/ })
    .first()
    .click()
  await page.getByRole('heading', { name: /Grijze zone met betaald werk/ }).waitFor()
  await page.getByText('Goedgekeurd', { exact: true }).click()
  await page.getByLabel('Tekst van de beslissing').fill('De groep vraagt advies over deze tekst.')
  await page.getByRole('button', { name: /^Leg beslissing 2026-01 vast/ }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Leg .*vast/ })
    .click()
  await page
    .getByRole('link', { name: /2026-01/ })
    .first()
    .click()
  await page.getByText('De tekst is sinds deze beslissing ongewijzigd.').waitFor()

  await editor.page.getByRole('link', { name: '2026-01' }).first().waitFor()
  await editorOf(editor.page).click()
  await editor.page.keyboard.press('Control+End')
  await editor.page.keyboard.type(' Met een zin van na de beslissing.')
  await page.getByText(/De tekst is sinds deze beslissing op 1 plek gewijzigd/).waitFor()
  await page.locator('ins', { hasText: 'Met een zin van na de beslissing.' }).first().waitFor()
  await editor.page.getByText('De tekst is sinds deze beslissing gewijzigd.').waitFor()

  await page.goto('/decisions')
  const row = page.getByRole('row', { name: /2026-01/ })
  expect(await row.textContent()).toContain('tekst gewijzigd')
  await page.goto('/decisions?year=2026&page=1')
  await page.getByText('Exporteer').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV: beslissingen' }).click(),
  ])
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(lines.slice(1, -1).map(line => line.split(';')[0])).toEqual(['2026-01'])
  expect([...coordinator.problems, ...editor.problems]).toEqual([])
})

test('who may only read finds nothing to decide or to change', async () => {
  const { page } = await arrive(browser, server.url, 'observer', '/')
  await page.goto(await findMeasure(page, 'Digitaal verenigingsloket'))
  expect(await page.getByRole('button', { name: /Wijzig|Stel een instantie voor|Aanvaard/ }).count()).toBe(0)
  const answer = await page.request.post(new URL(page.url()).pathname, {
    form: { intent: 'change-measure', title: 'Van de waarnemer', 'before.title': 'Digitaal verenigingsloket' },
    headers: { origin: server.url },
  })
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Digitaal verenigingsloket' }).waitFor()
})

test('a closed round brings its words and reservations into a decision, which another one corrects', async () => {
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/')
  await page.getByRole('link', { name: /geplande vergadering/ }).click()
  await page.getByRole('button', { name: /^Toon er nog/ }).click()
  await page.getByRole('button', { name: /Zet .*Verankering in een decreet/ }).click()
  await page.getByRole('link', { name: /Uitkomst van de ronde: Verankering/ }).click()
  await page.getByRole('link', { name: 'Ronde: Verankering in een decreet (demo)', exact: true }).waitFor()
  await page.getByText('1 voorwaarde staat open').waitFor()

  const text = page.getByLabel('Tekst van de beslissing')
  await text.fill('Eerst dit.')
  await text.press('Alt+0')
  await expect
    .poll(() => text.inputValue())
    .toBe('Eerst dit.\n\nKan je instantie zich vinden in deze tekst? Zo niet: wat moet er anders?')
  await text.press('Alt+2')
  await page.getByRole('button', { name: 'Voorbehoud van VVSG' }).press('Enter')
  await expect
    .poll(() => page.getByLabel('Voorbehoud', { exact: true }).inputValue())
    .toContain('geen nieuwe taken bij gemeenten')
  await expect.poll(() => page.getByRole('button', { name: 'Voorbehoud van VVSG' }).count()).toBe(0)
  const confirm = page.getByRole('alertdialog')
  await text.press('Control+Enter')
  await confirm.getByRole('button', { name: /^Leg .*vast/ }).click()
  const wrong = page.getByRole('article').getByRole('link', { name: /^Beslissing 2026-/ })
  const number = ((await wrong.textContent()) ?? '').replace('Beslissing ', '')

  await page.getByText('Leg nog een beslissing vast over dit punt').click()
  await text.fill('Zo is het juist.')
  await text.press('Alt+1')
  await page.getByText('Verbetert een eerdere beslissing').first().click()
  await page.getByLabel('Verbetert een eerdere beslissing').selectOption({ index: 1 })
  await text.press('Control+Enter')
  await confirm.getByText(`Verbetert ${number}`).waitFor()
  await confirm.getByRole('button', { name: /^Leg .*vast/ }).click()
  await page.getByText(/Verbeterd door beslissing 2026-/).waitFor()
  await page.goto('/decisions?year=2026')
  await page.getByText(`Verbetert beslissing ${number}`).waitFor()
  expect(problems).toEqual([])
})
