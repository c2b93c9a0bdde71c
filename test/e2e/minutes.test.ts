import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
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
  await browser?.close()
  await server?.stop()
})

const files = { docx: 'PK', pdf: '%PDF-1.7', html: '<!doctype html>', md: '# Verslag' }

test('minutes go round, are commented on, approved at the next meeting, and frozen with a hash that anybody can take', async () => {
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/meetings')
  // The last one that was held, of which the minutes are not approved yet.
  const held = page.locator('main li, main tr').filter({ hasText: 'Gesloten' }).locator('a[href^="/meetings/"]').first()
  const meeting = (await held.getAttribute('href')) as string
  const minutes = `${meeting}/minutes`
  await page.goto(minutes)

  // Who has the text of an item open can write in it until they go round, and again once they are taken back.
  const editor = await arrive(browser, server.url, 'editor.sport', meeting)
  const text = (isOpen: boolean) => editor.page.locator(`.item-minutes .ProseMirror[contenteditable="${isOpen}"]`)
  await text(true).waitFor()
  await page.getByRole('button', { name: 'Leg voor aan wie er was' }).click()
  await page.getByText(/^Wie er was, kan reageren tot en met/).waitFor()
  await text(false).waitFor()
  await editor.page.getByText('Alleen lezen: deze tekst is afgesloten').waitFor()
  await page.getByRole('button', { name: 'Neem terug naar ontwerp' }).click()
  await page.getByText(/^Teruggenomen op/).waitFor()
  await text(true).waitFor()
  expect(editor.problems).toEqual([])
  await editor.page.context().close()
  await page.getByRole('button', { name: 'Leg voor aan wie er was' }).click()
  await page.getByText(/^Wie er was, kan reageren tot en met/).waitFor()

  await page.locator('summary', { hasText: 'Reageer op het hele verslag' }).click()
  await page.getByRole('textbox', { name: 'Je reactie' }).fill('Punt 2 is te kort.')
  await page.getByRole('button', { name: 'Plaats reactie' }).last().click()
  await page.getByText('Punt 2 is te kort.').waitFor()
  await page.locator('summary', { hasText: 'Antwoord op deze reactie' }).click()
  await page.getByLabel('Wat gebeurt ermee?').selectOption({ label: 'Niet overgenomen' })
  await page.getByRole('button', { name: 'Plaats antwoord' }).click()
  await page.getByLabel('Waarom').fill('Zo werd het gezegd.')
  await page.getByRole('button', { name: 'Plaats antwoord' }).click()
  await page.getByText('Zo werd het gezegd.').waitFor()
  const observer = await arrive(browser, server.url, 'observer', minutes)
  await observer.page.getByText('Punt 2 is te kort.').waitFor()
  expect(await observer.page.getByText('Reageer op dit punt').count()).toBe(0)
  const forms: Record<string, string>[] = [
    { intent: 'send', commentUntil: '2999-01-01' },
    { intent: 'comment', text: 'Toch' },
    { intent: 'take-back' },
    { intent: 'finish' },
  ]
  for (const form of forms) {
    const answer = await observer.page.request.post(minutes, { headers: { Origin: server.url }, form })
    expect([form.intent, answer.status()]).toEqual([form.intent, 403])
  }

  // The next agenda proposes them, with the reason.
  await page.goto('/meetings')
  await page.locator('main a[href^="/meetings/"]').first().click()
  const proposal = page.getByRole('region', { name: 'Voorgesteld' }).getByRole('listitem').first()
  await proposal.getByText('Verslag goed te keuren').waitFor()
  await page.goto(minutes)

  const place = page.getByLabel('Op welke vergadering wordt het goedgekeurd?')
  const existing = place.locator('option', { hasText: 'Goedkeuring verslag vorige vergadering' })
  await place.selectOption((await existing.getAttribute('value')) as string)
  await page.getByRole('button', { name: 'Zet op de agenda' }).click()
  await page.getByRole('link', { name: /, punt 1$/ }).click()
  await page.getByLabel('Goedgekeurd', { exact: true }).check({ force: true })
  await page.getByLabel('Tekst van de beslissing').fill('Het verslag wordt goedgekeurd.')
  await page.getByRole('button', { name: /^Leg beslissing .* vast$/ }).click()
  await page.getByRole('button', { name: 'Leg vast', exact: true }).click()
  await page.getByText('Het verslag wordt goedgekeurd.').first().waitFor()

  await page.goto(minutes)
  await page.getByText('Nagerekend: het verslag is wat toen werd vastgelegd.').waitFor()
  const hash = await page.locator('code.hash').textContent()
  const content = await page.request.get(`${minutes}.json`)
  expect(
    createHash('sha256')
      .update(await content.body())
      .digest('hex'),
  ).toBe(hash)
  expect(await page.getByRole('button', { name: /Leg voor|Wijzig|Bevries|Plaats/ }).count()).toBe(0)
  for (const [format, begin] of Object.entries(files)) {
    const file = await page.request.get(`${minutes}.${format}`)
    expect([format, file.status()]).toEqual([format, 200])
    expect((await file.body()).toString('utf8').startsWith(begin)).toBe(true)
  }
  const late = { intent: 'send', commentUntil: '2999-01-01' }
  const answer = await page.request.post(minutes, { headers: { Origin: server.url }, form: late })
  expect(answer.status()).toBe(403)
  expect(problems).toEqual([])
})
