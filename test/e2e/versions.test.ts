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

const textOf = (page: Page) => page.locator('[data-document-id]').textContent()

async function type(page: Page, text: string) {
  await editorOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text, { delay: 5 })
  await page.getByText('Bewaard', { exact: true }).waitFor()
}

test('a named version is compared with what became of it and brought back, live for who has the text open', async () => {
  const one = await arrive(browser, server.url, 'coordinator', '/')
  const path = await findMeasure(one.page, 'Digitaal verenigingsloket')
  await one.page.goto(path)
  const other = await arrive(browser, server.url, 'editor.sport', path)
  await Promise.all([editorOf(one.page).waitFor(), editorOf(other.page).waitFor()])
  const original = await textOf(one.page)

  await one.page.goto(`${path}/versions`)
  await one.page.getByLabel('Geef deze tekst een naam').fill('Voor de lezing')
  await one.page.getByRole('button', { name: 'Leg vast' }).click()
  await one.page.getByText('Voor de lezing is vastgelegd.').waitFor()
  const row = one.page.getByRole('listitem').filter({ hasText: 'Voor de lezing' }).filter({ hasText: 'zoals nu' })
  const name = (await row.getByRole('link').first().textContent())!
  const version = name.toLowerCase()

  await type(other.page, 'Deze zin hoort hier niet.')
  // The page of versions follows by itself.
  await one.page.getByRole('link', { name }).first().click()
  const difference = one.page.getByRole('region', { name: /^Verschil tussen/ })
  await difference.getByText('Deze zin hoort hier niet.').waitFor()
  await one.page.getByText('Tussen beide schreven: SPORT').waitFor()

  await one.page.getByText(`Zet ${version} terug…`).click()
  await one.page.getByRole('button', { name: 'Zet terug', exact: true }).click()
  await one.page.getByText(`De tekst is weer zoals in ${version}.`).waitFor()
  await expect.poll(() => textOf(other.page)).toBe(original)

  // What stood there is a version too, and comes back the same way, while others go on writing.
  await type(other.page, 'Intussen geschreven.')
  await expect.poll(() => one.page.getByText('Tussen beide schreven:').textContent()).toContain('SPORT')
  await one.page.getByText(/^Zet versie \d+ terug…$/).click()
  await one.page.getByRole('button', { name: 'Zet terug', exact: true }).click()
  await expect.poll(() => textOf(other.page)).toContain('Deze zin hoort hier niet.')

  await type(other.page, 'Tot slot.')
  await one.page.getByRole('link', { name: 'Wie schreef wat?' }).click()
  await one.page.getByRole('list', { name: 'Wie schreef in deze tekst' }).getByText('SPORT', { exact: true }).waitFor()
  const written = one.page.locator('.by-author').filter({ hasText: 'Tot slot.' })
  expect(await written.getAttribute('title')).toContain('Sport')
  expect([...one.problems, ...other.problems]).toEqual([])
})

test('without JavaScript versions are named, compared and brought back; who only reads compares', async () => {
  const one = await arrive(browser, server.url, 'editor.werk', '/')
  const path = await findMeasure(one.page, 'Gelijke toegang tot vrijwilligerswerk')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: server.url,
    locale: 'nl-BE',
    storageState: await one.page.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`${path}/versions`)
  await page.getByLabel('Geef deze tekst een naam').fill('')
  await page.getByLabel('Geef deze tekst een naam').evaluate(input => input.removeAttribute('required'))
  await page.getByRole('button', { name: 'Leg vast' }).click()
  await page.getByText('Vul dit in.').waitFor()
  await page.getByLabel('Geef deze tekst een naam').fill('Zonder script')
  await page.getByRole('button', { name: 'Leg vast' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Zonder script' }).getByText('zoals nu').waitFor()

  await one.page.goto(path)
  await editorOf(one.page).waitFor()
  await type(one.page, 'Er kwam iets bij.')
  await page.goto(`${path}/versions`)
  await page.getByText('1 plek is anders.').waitFor()
  await page.getByText(/^Zet versie \d+ terug…$/).click()
  await page.getByText('1 plek in de tekst van nu wordt anders.').waitFor()
  await page.getByRole('button', { name: 'Zet terug', exact: true }).click()
  await page.getByText('De tekst is weer zoals in versie').waitFor()
  await expect.poll(() => textOf(one.page)).not.toContain('Er kwam iets bij.')

  const reader = await arrive(browser, server.url, 'observer', `${path}/versions`)
  await reader.page.getByText('1 plek is anders.').waitFor()
  expect(await reader.page.getByRole('button', { name: 'Leg vast' }).count()).toBe(0)
  expect(await reader.page.getByText('terug…').count()).toBe(0)
  expect([...one.problems, ...reader.problems]).toEqual([])
})
