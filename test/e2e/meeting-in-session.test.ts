import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

const itemHeading = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 2, name: title })

test('a meeting is prepared, and followed by three people: item at hand, floor, latecomer, minutes by two at once', async () => {
  const chair = await arrive(browser, server.url, 'coordinator', '/meetings')
  const { page } = chair
  // Prepared from the agenda of the coming meeting, kept as a template.
  await page.locator('main a[href^="/meetings/"]').first().click()
  await page.getByText('Bewaar als sjabloon').click()
  await page.getByLabel('Naam van het sjabloon').fill('Proef')
  await page.getByRole('button', { name: 'Bewaar sjabloon' }).click()
  await page.getByText('Sjabloon ‘Proef’ is bewaard.').waitFor()

  await page.goto('/meetings?plan')
  await page.getByLabel('Titel').fill('Extra vergadering')
  await page.getByLabel('Dag').fill('2030-05-16')
  await page.getByLabel('Begin met een sjabloon').selectOption({ label: 'Proef (4 punten)' })
  await page.getByRole('button', { name: 'Plan vergadering' }).click()
  await page.getByRole('heading', { level: 1, name: 'Extra vergadering' }).waitFor()
  const path = new URL(page.url()).pathname
  const items = page.locator('.agenda > ol > li')
  expect(await items.count()).toBe(4)

  // One of what the group has to come back to, with its reason, is one click away.
  const proposal = page.getByRole('region', { name: 'Voorgesteld' }).getByRole('listitem').first()
  await proposal.getByRole('button', { name: /Zet op de agenda/ }).click()
  await items.nth(4).waitFor()
  const added = (await items.nth(4).getByRole('link').first().textContent())!
  await items.nth(4).getByRole('link').first().click()
  await itemHeading(page, added).waitFor()
  await page.getByRole('button', { name: /een plaats hoger/ }).click()
  await items.nth(3).getByRole('link', { name: added }).waitFor()
  await page.getByText('Verstuur de agenda').click()
  await page.getByRole('button', { name: 'Verstuur naar de leden' }).click()
  await page.getByRole('link', { name: 'Versie 1' }).click()
  await page.getByText('Zo werd de agenda verstuurd').waitFor()

  await page.goto(path)
  const first = (await items.nth(0).getByRole('link').first().textContent())!
  const second = (await items.nth(1).getByRole('link').first().textContent())!
  await page.getByRole('button', { name: 'Verwacht alle leden' }).click()
  await page.getByRole('button', { name: 'Open vergadering' }).click()
  await page.waitForURL(`**${path}/session`)
  await itemHeading(page, first).waitFor()

  const editor = await arrive(browser, server.url, 'editor.sport', `${path}/session`)
  await itemHeading(editor.page, first).waitFor()

  // Everybody follows; who looks around, returns.
  await page.getByRole('button', { name: 'Volgend punt' }).click()
  await itemHeading(editor.page, second).waitFor()
  await editor.page.getByRole('link', { name: first, exact: true }).click()
  await itemHeading(editor.page, first).waitFor()
  await editor.page.getByText('Je kijkt rond.').waitFor()
  await editor.page.getByRole('link', { name: 'Volg de vergadering' }).click()
  await itemHeading(editor.page, second).waitFor()

  // A latecomer is seen, and confirmed by who keeps the minutes.
  const late = await arrive(browser, server.url, 'representative.welzijn', `${path}/session`)
  await itemHeading(late.page, second).waitFor()
  await editor.page.getByRole('button', { name: /Bevestig 3 aanwezigen/ }).click()
  await late.page.locator('.meeting-side .of', { hasText: /^3 van/ }).waitFor()

  await late.page.keyboard.press('Alt+h')
  await page.getByRole('button', { name: /Geef .* \(ZORG\) het woord/ }).click()
  await late.page.getByText('Aan het woord').waitFor()
  await late.page.getByRole('button', { name: /^Uitgesproken/ }).click()
  await page.getByText('Niemand vraagt het woord.').first().waitFor()

  // Two write the minutes of one item at once; who represents a body reads along.
  await editorOf(page).click()
  await page.keyboard.type('De voorzitter licht toe. ')
  await editorOf(editor.page).getByText('De voorzitter licht toe.').waitFor()
  await editorOf(editor.page).click()
  await editor.page.keyboard.press('Control+End')
  await Promise.all([editor.page.keyboard.type('Sport vult aan.'), page.keyboard.type('Nog een zin.')])
  await late.page.locator('[data-document-id]', { hasText: 'Sport vult aan.' }).waitFor()
  await late.page.locator('[data-document-id]', { hasText: 'Nog een zin.' }).waitFor()
  expect(await editorOf(late.page).count()).toBe(0)

  await page.getByRole('button', { name: 'Zet stil' }).click()
  await late.page.getByText('De klok staat stil.').waitFor()
  await late.page.goto(`${path}/hall`)
  await late.page.getByRole('heading', { level: 1, name: second }).waitFor()
  await page.getByRole('button', { name: 'Volgend punt' }).click()
  await late.page.getByText(/Punt 3 van 5/).waitFor()
  expect([...chair.problems, ...editor.problems, ...late.problems]).toEqual([])
})
