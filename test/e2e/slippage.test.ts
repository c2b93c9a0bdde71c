import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, findMeasure } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('a baseline is frozen, a milestone moves and the lead goes, and both pages say so, live', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/baselines')
  const { page } = coordinator
  await page.getByRole('heading', { name: 'Nog geen ijkpunt vastgelegd' }).waitFor()
  await page.getByLabel('Naam').fill('Goedkeuring')
  await page.getByRole('button', { name: 'Leg vast zoals het nu is' }).click()
  await page.getByRole('heading', { name: 'Alles staat nog zoals toen' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Goedkeuring' }).waitFor()

  const editor = await arrive(browser, server.url, 'editor.sport', '/')
  const path = await findMeasure(editor.page, 'Meldingsplicht bij RVA')
  await editor.page.goto(path)
  await editor.page.getByRole('link', { name: 'Wijzig de mijlpaal Antwoord van de RVA' }).click()
  const planned = editor.page.getByLabel('Gepland voor')
  const [month, year] = (await planned.inputValue()).split('/').map(Number)
  await planned.fill(`${month! + 2}/${year}`)
  await editor.page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await editor.page.getByText('Zeg waarom, zodat de groep verder kan.').waitFor()
  await editor.page.getByLabel('Waarom verschuift dit?').fill('De RVA wacht op de nieuwe regering')
  await editor.page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  const since = editor.page.getByRole('region', { name: 'Sinds het ijkpunt' })
  await since.getByText('2 maanden later').waitFor()

  // The body that led it hands it back: its representative.
  const lead = await arrive(browser, server.url, 'representative.werk', path)
  await lead.page.getByRole('link', { name: 'Wijzig wie dit trekt' }).click()
  await lead.page.locator('summary', { hasText: 'Geef terug…' }).click()
  await lead.page.getByRole('textbox', { name: 'Waarom?' }).fill('Niet meer onze bevoegdheid')
  await lead.page.getByRole('button', { name: /^Geef terug/ }).click()
  await since.getByText('niemand').waitFor()

  // The page of the baseline was open all the while, and followed.
  const rows = page.getByRole('table')
  await rows.getByText('Mijlpaal “Antwoord van de RVA”').waitFor()
  await rows.getByText('2 maanden later').waitFor()
  await rows.getByText('niemand').waitFor()
  await page.getByRole('link', { name: 'Trekkers (1)' }).click()
  await expect.poll(() => rows.getByText('2 maanden later').count()).toBe(0)
  expect(await rows.getByText('niemand').count()).toBe(1)

  // Without JavaScript it reads the same, also for who only reads.
  const observer = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: server.url,
    locale: 'nl-BE',
    storageState: await lead.page.context().storageState(),
  })
  const still = await observer.newPage()
  await still.goto('/baselines')
  await still.getByText('2 maanden later').waitFor()
  expect(await still.getByRole('button', { name: 'Leg vast zoals het nu is' }).count()).toBe(0)
  expect([...coordinator.problems, ...editor.problems, ...lead.problems]).toEqual([])
})

test('what a measure waits for is recorded, drawn and walked, and says when it stops', async () => {
  const editor = await arrive(browser, server.url, 'editor.werk', '/')
  const waiting = await findMeasure(editor.page, 'Sectoroverschrijdende informatiecampagne')
  const first = await findMeasure(editor.page, 'Week van de Vrijwilliger')
  await editor.page.goto(waiting)
  await editor.page.getByRole('link', { name: 'Wijzig de afhankelijkheden' }).click()
  await editor.page
    .getByLabel('Andere maatregel')
    .selectOption({ label: 'Week van de Vrijwilliger als gezamenlijk promotiemoment' })
  await editor.page.getByRole('button', { name: 'Leg vast', exact: true }).click()
  const section = editor.page.getByRole('region', { name: 'Afhankelijkheden' })
  await section.getByText('wacht op').first().waitFor()

  // The other way round would be a circle.
  await editor.page.getByLabel('Deze maatregel…').selectOption('blocks.out')
  await editor.page
    .getByLabel('Andere maatregel')
    .selectOption({ label: 'Week van de Vrijwilliger als gezamenlijk promotiemoment' })
  await editor.page.getByRole('button', { name: 'Leg vast', exact: true }).click()
  await editor.page.getByText('Dan zou een maatregel op zichzelf wachten').waitFor()

  await editor.page.goto(`${waiting}/dependencies`)
  // By keyboard, from one measure to the next.
  const box = editor.page.getByRole('link', { name: /^Week van de Vrijwilliger.*Trekker/ })
  await box.focus()
  await editor.page.keyboard.press('Enter')
  await editor.page.waitForURL(`**${first}/dependencies`)
  await editor.page.locator('a[aria-current=true]', { hasText: 'Week van de Vrijwilliger' }).waitFor()

  const reader = await arrive(browser, server.url, 'observer', waiting)
  await editor.page.goto(first)
  await editor.page
    .locator('summary', { hasText: 'Wijzig' })
    .or(editor.page.locator('.status-menu summary'))
    .first()
    .click()
  await editor.page.getByRole('button', { name: 'Stopgezet' }).click()
  await reader.page.getByText(/Week van de Vrijwilliger.*is gestopt/).waitFor()
  expect([...editor.problems, ...reader.problems]).toEqual([])
})
