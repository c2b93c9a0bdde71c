import type { Browser, Page } from 'playwright-core'
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

const save = (page: Page) => page.getByRole('button', { name: 'Bewaar', exact: true }).click()
const pdf = Buffer.from(`%PDF-1.7\n${'%'.repeat(3000)}\n`)

test('a request is asked, answered, proven and reviewed, and its history tells all of it', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/')
  const { page } = coordinator
  const path = await findMeasure(page, 'Grijze zone')
  const observer = await arrive(browser, server.url, 'observer', path)
  await page.goto(path)
  const aside = page.locator('.record-side')

  // What was asked of the federal level, and what it answered.
  await page.getByRole('link', { name: 'Vul in wie je wat vroeg' }).click()
  await page.getByLabel('Wie daar').fill('de minister van Werk')
  await page.getByLabel('Gevraagd op').fill('3/2026')
  await save(page)
  await aside.getByText('Wacht op antwoord').waitFor()
  await observer.page.locator('.record-side').getByText('Wacht op antwoord').waitFor()
  await page.getByRole('link', { name: 'Wijzig de vraag' }).click()
  await page.getByLabel(/^Antwoord/).fill('Ja, vanaf 2027.')
  await page.getByLabel('Beantwoord op').fill('15/6/2026')
  await save(page)
  await aside.getByText('Beantwoord', { exact: true }).first().waitFor()
  expect(await aside.getByText('15 juni 2026').count()).toBe(1)

  // What else is known of it; the day on which it was to be reviewed is past.
  await page.getByRole('link', { name: 'Vul de gegevens aan' }).click()
  await page.getByLabel(/^Begint/).fill('2026')
  await page.getByLabel('Jongeren').check()
  await page.getByLabel('Verankeren').check()
  await page.getByLabel('Na te kijken tegen').fill('2026-01-31')
  await save(page)
  await page.getByRole('link', { name: 'Na te kijken' }).waitFor()

  // Evidence: a link, a file, and a file that is something else than it says.
  await page.getByText('Voeg een link toe').click()
  await page.getByLabel('Adres').fill('https://example.org/nota')
  await page.getByRole('button', { name: 'Bewaar de link' }).click()
  await aside.getByRole('link', { name: 'example.org' }).waitFor()
  await page.getByText('Voeg een bestand toe').click()
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('Bestand', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await choose('nota.pdf', Buffer.from('<script>alert(1)</script>'))
  await page.getByRole('button', { name: 'Bewaar het bestand' }).click()
  await page.getByText('iets anders dan zijn naam zegt').waitFor()
  await choose('Brief “antwoord”.pdf', pdf)
  await page.getByRole('button', { name: 'Bewaar het bestand' }).click()
  const file = observer.page.getByRole('link', { name: /^Download Brief/ })
  await file.waitFor()

  // Others of the group download it, as a file and nothing else; a visitor does not.
  const address = (await file.getAttribute('href')) as string
  const download = await observer.page.request.get(address)
  expect((await download.body()).equals(pdf)).toBe(true)
  expect(download.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition':
      'attachment; filename="Brief _antwoord_.pdf"; filename*=UTF-8\'\'Brief%20%E2%80%9Cantwoord%E2%80%9D.pdf',
  })
  expect((await fetch(server.url + address, { redirect: 'manual' })).status).toBe(302)

  // The reminder is on the coordinator's home; one click and it is gone.
  await page.goto('/')
  await page.getByRole('button', { name: /Nagekeken, klopt nog: Grijze zone/ }).click()
  await page.getByRole('heading', { name: 'Na te kijken maatregelen' }).waitFor({ state: 'detached' })

  // The history tells all of it to everybody, in words, and follows along.
  await observer.page.getByRole('link', { name: 'Geschiedenis' }).click()
  const history = observer.page.locator('main')
  await history.getByText('keek na: klopt nog').waitFor()
  const entries = history.locator('.history-entry')
  expect(await entries.first().textContent()).toContain('Coördinator CJM (demo)')
  const answered = entries.filter({ hasText: 'Ja, vanaf 2027.' })
  expect(await answered.getByText('15 juni 2026').count()).toBe(1)
  expect(await entries.filter({ hasText: 'de minister van Werk' }).count()).toBe(1)
  expect(await entries.filter({ hasText: 'Jongeren' }).textContent()).toContain('Verankeren')
  expect(await history.getByText('legde bewijs voor: Brief “antwoord”.pdf').count()).toBe(1)
  await page.goto(path)
  await page.locator('.status-menu summary').click()
  await page.getByRole('button', { name: 'In uitvoering' }).click()
  const status = entries.filter({ hasText: 'In uitvoering' })
  await status.waitFor()
  expect(await status.locator('del').textContent()).toBe('Nog te bevestigen')

  // It can be narrowed down, and the whole plan says what changed since the last meeting.
  await observer.page.getByLabel('Soort wijziging').selectOption('bewijs')
  await observer.page.getByRole('button', { name: 'Toon', exact: true }).click()
  await observer.page.waitForURL(/kind=evidence/)
  await expect.poll(() => entries.count()).toBe(2)
  await observer.page.goto('/measures/changed')
  await history.getByRole('heading', { name: /Grijze zone/ }).waitFor()
  expect(await history.locator('.changed-measure').count()).toBe(1)
  expect([...coordinator.problems, ...observer.problems]).toEqual([])
})
