import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf, findMeasure } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  server = await startAppServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const row = (page: Page, code: string) => page.locator(`.body-positions tr[data-body="${code}"]`)
const take = (page: Page) => page.getByRole('button', { name: /^Neem standpunt in/ }).click()

/** Sends a form of the round as a browser without a script would. @returns the status of the answer */
async function send(page: Page, round: string, form: Record<string, string>): Promise<number> {
  const answer = await page.request.post(round, {
    form,
    headers: { Origin: server.url, Accept: 'text/html' },
    maxRedirects: 0,
  })
  return answer.status()
}

test('four sectors are asked, one agrees on a condition and one is silent; the text changes, one confirms, the condition is met', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/measures')
  const welzijn = await arrive(browser, server.url, 'representative.welzijn', '/')
  const steunpunt = await arrive(browser, server.url, 'representative.steunpunt', '/')
  const lokaal = await arrive(browser, server.url, 'representative.lokaal', '/')
  const measure = await findMeasure(coordinator.page, 'Verenigingsregister')
  const measureId = measure.split('/').pop()!

  await coordinator.page.goto(`/position-rounds/new?measure=${measureId}`)
  await coordinator.page.getByLabel('Naam van de ronde').fill('Ronde van de proef')
  await coordinator.page.getByLabel('Wie niets zegt').selectOption('consent')
  for (const box of await coordinator.page.locator('[name=bodyIds]').all()) await box.uncheck()
  for (const code of ['ZORG', 'SPORT', 'VSVW', 'VVSG']) {
    await coordinator.page.getByRole('checkbox', { name: new RegExp(`^${code}\\b`) }).check()
  }
  await coordinator.page.getByRole('button', { name: 'Open de ronde' }).click()
  await coordinator.page.getByRole('heading', { name: 'Ronde van de proef', level: 1 }).waitFor()
  const round = new URL(coordinator.page.url()).pathname
  await coordinator.page.getByText('0 van 4 beantwoord').waitFor()

  // At home it waits for an answer, which is one click away.
  const asked = welzijn.page.getByRole('link', { name: /^Neem standpunt in.*Verenigingsregister/ })
  await asked.click()
  await welzijn.page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await take(welzijn.page)
  await row(welzijn.page, 'ZORG').getByText('Akkoord').waitFor()

  await steunpunt.page.goto(round)
  await steunpunt.page.getByRole('radio', { name: 'Akkoord onder voorwaarde' }).check()
  await steunpunt.page.getByLabel('Voorwaarde 1', { exact: true }).fill('Eén register volstaat')
  await steunpunt.page.getByRole('button', { name: /^Bewaar concept/ }).click()
  await steunpunt.page.getByText(/^Concept van Vertegenwoordiger Steunpunt/).waitFor()
  await take(steunpunt.page)
  await row(steunpunt.page, 'VSVW').getByText('Eén register volstaat').waitFor()

  // What is missing is said beside the field, and nothing is lost.
  await lokaal.page.goto(round)
  await lokaal.page.getByRole('radio', { name: 'Bezwaar' }).check()
  await take(lokaal.page)
  await lokaal.page.getByText('Zeg waarom, zodat de groep verder kan.').waitFor()
  await lokaal.page.getByLabel('Toelichting', { exact: true }).fill('Te veel werk voor gemeenten')
  await take(lokaal.page)
  await row(lokaal.page, 'VVSG').getByText('Te veel werk voor gemeenten').waitFor()

  // The coordinator's screen followed all of it, and closes.
  await coordinator.page.getByText('3 van 4 beantwoord').waitFor()
  await coordinator.page.getByText('Sluit de ronde nu').click()
  await coordinator.page.getByRole('button', { name: 'Sluit af' }).click()
  await row(coordinator.page, 'SPORT').getByText('Stilzwijgend akkoord').waitFor()

  await coordinator.page.goto(measure)
  await editorOf(coordinator.page).click()
  await coordinator.page.keyboard.press('ControlOrMeta+End')
  await coordinator.page.keyboard.type(' Dit kwam er na de ronde bij.')
  await coordinator.page
    .getByText(/De tekst is sindsdien op .* gewijzigd/)
    .first()
    .waitFor()

  await welzijn.page.goto(round)
  await row(welzijn.page, 'ZORG').and(welzijn.page.locator('[data-standing=stale]')).waitFor()
  await welzijn.page.locator('.difference').getByText('Dit kwam er na de ronde bij.').first().waitFor()
  await welzijn.page.getByRole('button', { name: /^Herbevestig/ }).click()
  await row(welzijn.page, 'ZORG').and(welzijn.page.locator('[data-standing=agree]')).waitFor()
  await row(welzijn.page, 'ZORG')
    .getByText(/herbevestigd op versie/)
    .waitFor()

  await steunpunt.page.goto(measure)
  const condition = steunpunt.page.locator('[data-condition="Eén register volstaat"]')
  await condition.getByText('Voldaan', { exact: false }).first().click()
  await condition.getByRole('button', { name: /^Ja, voldaan/ }).click()
  await condition.getByText('voldaan door VSVW').waitFor()

  for (const { problems } of [coordinator, welzijn, steunpunt, lokaal]) expect(problems).toEqual([])
})

test('over HTTP each role gets what its rules say, a representative of another body and an observer included', async () => {
  const welzijn = await arrive(browser, server.url, 'representative.welzijn', '/position-rounds')
  const round = (await welzijn.page
    .getByRole('link', { name: /^Meldingsplicht: voorstel/ })
    .getAttribute('href')) as string
  await welzijn.page.goto(round)
  const hidden = (name: string) => welzijn.page.locator(`.position-form [name=${name}]`).first().inputValue()
  const bodyId = await hidden('bodyId')
  const measureId = await hidden('measureId')
  const answer = { intent: 'answer', do: 'take', measureId, bodyId, stance: 'agree', about: 'asked' }
  const draft = { ...answer, do: 'save', revision: '0' }
  const close = { intent: 'close-round' }
  const roles = {
    observer: [403, 403, 403],
    'editor.sport': [403, 403, 403],
    'representative.steunpunt': [403, 403, 403],
    coordinator: [403, 403, 302],
  }
  for (const [account, outcomes] of Object.entries(roles)) {
    const { page } = await arrive(browser, server.url, account, '/')
    const found = [
      await send(page, round, answer),
      await send(page, round, draft),
      ...(account === 'coordinator' ? [] : [await send(page, round, close)]),
    ]
    expect([account, found]).toEqual([account, outcomes.slice(0, found.length)])
    // What a body prepares shows to nobody else.
    const shown = await page.request.get(round)
    expect(await shown.text()).not.toContain('na te kijken met de juridische dienst')
    for (const ending of ['docx', 'pdf', 'csv']) {
      const file = await page.request.get(`${round}/positions.${ending}`)
      expect([ending, file.status()]).toEqual([ending, 200])
    }
    await page.context().close()
  }
  expect(await send(welzijn.page, round, answer)).toBe(302)
  const { page } = await arrive(browser, server.url, 'coordinator', '/')
  expect(await send(page, round, close)).toBe(302)
  expect(await send(page, round, close)).toBe(409)
  expect(await send(welzijn.page, round, { ...answer, stance: 'abstain' })).toBe(409)
})
