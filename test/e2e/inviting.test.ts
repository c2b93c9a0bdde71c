import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catchMail, type MailCatcher } from '#test/server/mail/smtp'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { createEmptyCopy } from '#test/support/database'
import { arrive } from '#test/support/people'

let browser: Browser
let mail: MailCatcher
let database: Awaited<ReturnType<typeof createEmptyCopy>>
let server: AppServer | undefined

beforeAll(async () => {
  ;[browser, mail, database] = await Promise.all([launchBrowser(), catchMail(), createEmptyCopy()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mail?.close()
  await database?.drop()
})

test('invitations wait, visibly, until there is a mail server, and then go out', async () => {
  server = await startAppServer({ databaseUrl: database.url })
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/meetings')
  await page.locator('main a[href^="/meetings/"]').first().click()
  await page.getByRole('button', { name: 'Nodig de leden uit' }).click()
  const waiting = page.getByText(/\d+ uitnodigingen wachten: er is geen mailserver ingesteld/)
  await waiting.waitFor()
  const count = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0])
  expect(count).toBeGreaterThan(3)
  const address = new URL(page.url()).pathname
  expect(problems).toEqual([])
  await page.context().close()
  await server.stop()

  server = await startAppServer({
    databaseUrl: database.url,
    env: { SMTP_URL: mail.url, MAIL_FROM: 'Samenspraak <samenspraak@test.example>' },
  })
  const again = await arrive(browser, server.url, 'coordinator', address)
  await expect
    .poll(
      async () => {
        await again.page.reload()
        return again.page.getByText(`${count} uitnodigingen verstuurd.`).count()
      },
      { interval: 500 },
    )
    .toBe(1)
  // Beside them go reminders of actions that are late; these invite to nothing.
  const isInvitation = ({ source }: { source: string }) => source.includes('method=REQUEST')
  const invitations = () => mail.received.filter(isInvitation)
  expect(invitations()).toHaveLength(count)
  expect(
    mail.received.filter(message => !isInvitation(message)).every(({ source }) => /Herinnering/.test(source)),
  ).toBe(true)

  // The agenda goes out with them; a new version updates what calendars show.
  await again.page.getByText('Verstuur de agenda').click()
  await again.page.getByLabel(/^Boodschap/).fill('Lees vooraf de nota.')
  await again.page.getByRole('button', { name: 'Verstuur naar de leden' }).click()
  await again.page.getByRole('link', { name: 'Versie 1' }).waitFor()
  await again.page
    .getByText(/uitnodigingen (zijn onderweg|verstuurd)/)
    .first()
    .waitFor()
  await expect.poll(() => invitations().length).toBe(2 * count)
  const calendarOf = (source: string) => {
    const part = /text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(source)?.[1] ?? ''
    return part.includes('BEGIN:') ? part : Buffer.from(part, 'base64').toString('utf8')
  }
  const sequences = invitations().map(({ source }) => /SEQUENCE:(\d+)/.exec(calendarOf(source))?.[1])
  expect(sequences.slice(0, count).every(sequence => sequence === '0')).toBe(true)
  expect(sequences.slice(count).every(sequence => sequence === '1')).toBe(true)
  const observer = await arrive(browser, server.url, 'observer', address)
  expect(await observer.page.getByRole('button', { name: /Nodig/ }).count()).toBe(0)
  const refused = await observer.page.request.post(`${address}/invitations`, {
    headers: { Origin: server.url },
    form: { intent: 'invite' },
  })
  expect(refused.status()).toBe(403)
})

test('somebody makes an address with which their calendar follows the meetings, and renews it', async () => {
  const url = (server as AppServer).url
  const { page, problems } = await arrive(browser, url, 'representative.welzijn', '/meetings')
  await page.getByRole('link', { name: 'Volg ze in je eigen agenda' }).click()
  await page.getByRole('button', { name: 'Maak een adres' }).click()
  const field = page.getByLabel('Adres van jouw vergaderingen')
  const first = await field.inputValue()
  const calendar = await fetch(first)
  expect([calendar.status, calendar.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await calendar.text()).toContain('BEGIN:VEVENT')
  await page.getByText('Een coördinator maakt dit adres en geeft het door.').waitFor()

  await page.reload()
  await page.getByRole('button', { name: 'Vernieuw het adres' }).click()
  await expect.poll(() => field.inputValue()).not.toBe(first)
  expect((await fetch(first)).status).toBe(404)
  expect((await fetch(await field.inputValue())).status).toBe(200)
  expect(problems).toEqual([])
})
