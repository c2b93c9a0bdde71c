import type { Browser, Page } from 'playwright-core'
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

/** Fills in the open form of the page and sends it. */
async function fillIn(page: Page, said: { percentage: number; confidence: string; hindrance?: string }) {
  const form = page.locator('.your-part details[open] form').first()
  await form.getByLabel('Hoe ver, in procent').fill(String(said.percentage))
  await form.getByText(said.confidence, { exact: true }).click()
  if (said.hindrance) await form.getByLabel('Wat hindert?').fill(said.hindrance)
  await form.getByRole('button', { name: 'Meld', exact: true }).click()
}

const row = (page: Page, code: string) => page.locator(`.round-bodies [data-body="${code}"]`)

test('a coordinator asks for progress; two owners report, one does not; the report says all three', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/measures')
  const { page } = coordinator
  await page.getByRole('link', { name: 'Vraag een stand van zaken' }).click()
  await page.getByLabel('Naam van de ronde').fill('Proefronde')
  await page.getByRole('button', { name: 'Vraag het' }).click()
  await page.getByRole('heading', { level: 1, name: 'Proefronde' }).waitFor()
  await row(page, 'WSE').getByText('0 van 2 gemeld').waitFor()

  // Two owners, in browsers of their own; the coordinator looks on.
  const work = await arrive(browser, server.url, 'representative.werk', '/')
  const asked = work.page.getByRole('list', { name: 'Stand van zaken gevraagd' })
  await asked.getByRole('link', { name: /^Meld.*Meldingsplicht/ }).click()
  await fillIn(work.page, {
    percentage: 25,
    confidence: 'doel in gevaar',
    hindrance: 'Het federale antwoord blijft uit.',
  })
  await row(page, 'WSE').getByText('1 van 2 gemeld').waitFor()

  const local = await arrive(browser, server.url, 'representative.lokaal', '/')
  await local.page
    .getByRole('list', { name: 'Stand van zaken gevraagd' })
    .getByRole('link', { name: /^Meld.*Lokale besturen/ })
    .click()
  await local.page.locator('.your-part details[open]').getByRole('button', { name: 'Niets veranderd' }).click()
  await row(page, 'VVSG').getByText('1 van 2 gemeld').waitFor()

  // The third, Digitaal Vlaanderen, is reminded; it is on the record.
  await row(page, 'DV')
    .getByRole('button', { name: /^Herinner/ })
    .click()
  await expect.poll(() => row(page, 'DV').locator('.reminded').textContent()).toMatch(/20\d\d/)

  await page.getByText('Sluit de ronde af…').click()
  await page.getByLabel('Wat besluit de groep hieruit?').fill('De groep neemt dit op met de minister.')
  await page.getByRole('button', { name: 'Sluit af', exact: true }).click()
  await page.getByRole('link', { name: 'Verslag', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Stand van zaken: Proefronde' }).waitFor()
  await page.getByText('De groep neemt dit op met de minister.').waitFor()
  const part = (name: RegExp) => page.getByRole('region', { name })
  await part(/^Wat steun nodig heeft/)
    .getByText('Het federale antwoord blijft uit.')
    .waitFor()
  await part(/^Wat veranderde sinds Najaarsronde/)
    .getByRole('link', { name: /^Meldingsplicht/ })
    .waitFor()
  const unanswered = part(/^Wie niet meldde/)
  await unanswered
    .locator('[data-body="DV"]')
    .getByText(/Herinnerd op/)
    .waitFor()
  expect(await unanswered.locator('[data-body="WSE"]').textContent()).not.toContain('Meldingsplicht')
  await part(/^Alle maatregelen/)
    .getByRole('listitem')
    .filter({ hasText: 'Lokale besturen beter informeren' })
    .getByText('doel veilig')
    .waitFor()

  // What is reported later is on the measure, and not in what was closed.
  await work.page.goto('/')
  expect(await work.page.getByRole('list', { name: 'Stand van zaken gevraagd' }).count()).toBe(0)
  expect([...coordinator.problems, ...work.problems, ...local.problems]).toEqual([])
})

test('what was filled in and not sent comes back, and what is wrong is said beside it', async () => {
  const { page, problems } = await arrive(browser, server.url, 'representative.werk', '/measures')
  await page.goto(
    (await page
      .getByRole('link', { name: /^Grijze zone tussen/ })
      .first()
      .getAttribute('href')) as string,
  )
  const open = page.getByText('Meld stand van zaken', { exact: true })
  const form = page.locator('.report-fold[open] form').first()
  await open.click()
  await form.getByLabel('Wat is er gebeurd?').fill('Een nota ligt klaar.')
  await form.getByLabel('Hoe ver, in procent').fill('40')
  await form.getByText('doel haalbaar', { exact: true }).click()
  await page.reload()
  await open.click()
  await page.getByText('Dit vulde je eerder in en meldde je nog niet.').waitFor()
  expect(await form.getByLabel('Wat is er gebeurd?').inputValue()).toBe('Een nota ligt klaar.')

  await form.getByLabel('Stand', { exact: true }).selectOption({ label: 'Uitgevoerd' })
  await form.getByLabel('Hoe ver, in procent').fill('40')
  await form.getByRole('button', { name: 'Meld', exact: true }).click()
  await form.getByText(/Wat uitgevoerd is, is voor 100 procent klaar/).waitFor()
  expect(await form.getByLabel('Wat is er gebeurd?').inputValue()).toBe('Een nota ligt klaar.')
  // The answer is there before the page is done with it, and until then nothing is sent twice.
  await page.waitForLoadState('networkidle')
  await form.getByLabel('Stand', { exact: true }).selectOption({ label: 'In uitvoering' })
  await form.getByLabel('Hoe ver, in procent').fill('40')
  await form.getByRole('button', { name: 'Meld', exact: true }).click()
  await page.getByText('De stand “In uitvoering” van de maatregel volgt de laatste melding.').waitFor()
  await page.locator('#progress').getByText('Een nota ligt klaar.').first().waitFor()
  expect(problems).toEqual([])
})

test('a lead is handed on: it stays until the other body accepts, and the history tells', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/measures')
  const { page } = coordinator
  const path = (await page
    .getByRole('link', { name: /^Digitaal verenigingsloket/ })
    .first()
    .getAttribute('href')) as string
  await page.goto(`${path}?edit=owners`)
  const owner = (code: string) => page.locator('[data-responsibility-state]', { hasText: code }).first()
  await owner('CJM').getByText('Geef door…').click()
  const choice = owner('CJM').getByLabel('Aan welke instantie?')
  await choice.selectOption(await choice.locator('option', { hasText: 'VSVW' }).getAttribute('value'))
  await owner('CJM')
    .getByRole('button', { name: /^Vraag om over te nemen/ })
    .click()
  await owner('CJM').getByText('gaat naar VSVW zodra die aanvaardt').waitFor()

  const support = await arrive(browser, server.url, 'representative.steunpunt', '/')
  const question = support.page.getByRole('listitem').filter({ hasText: 'Digitaal verenigingsloket' })
  await question.getByRole('button', { name: /^Aanvaard/ }).click()
  await page
    .locator('.lane', { hasText: 'VSVW' })
    .getByText(/^sinds/)
    .waitFor()
  await page
    .locator('.lane', { hasText: 'CJM' })
    .first()
    .getByText(/^volgens het plan, tot/)
    .waitFor()
  await page.getByText('Elke vraag en elk antwoord').click()
  await page.getByRole('cell', { name: 'VSVW neemt de rol trekker over van CJM' }).waitFor()
  expect([...coordinator.problems, ...support.problems]).toEqual([])
})
