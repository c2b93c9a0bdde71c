import type { Browser } from 'playwright-core'
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

test('a visitor signs in and arrives where they were going', async () => {
  const { page, problems } = await visit(browser, server.url)
  await page.goto('/decisions?result=advice')
  expect(new URL(page.url()).pathname).toBe('/login')
  await page.getByLabel('E-mailadres').fill('coordinator@demo.example')
  await page.getByLabel('Wachtwoord', { exact: true }).fill('niet het wachtwoord')
  await page.getByRole('button', { name: 'Meld je aan' }).click()
  await page.locator('[aria-invalid=true]').first().waitFor()
  expect(await page.getByLabel('E-mailadres').inputValue()).toBe('coordinator@demo.example')

  await signIn(page, 'coordinator')
  expect(page.url()).toBe(`${server.url}/decisions?result=advice`)
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'samenspraak_session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(problems).toEqual([])
})

test('signing out everywhere ends the other browser too', async () => {
  const here = await arrive(browser, server.url, 'editor.sport', '/account')
  const there = await arrive(browser, server.url, 'editor.sport', '/')
  await here.page.getByRole('button', { name: /overal/ }).click()
  await here.page.waitForURL(/\/login/)
  await there.page.goto('/measures')
  expect(new URL(there.page.url()).pathname).toBe('/login')
})

test('a page that asks for a write from another site is refused', async () => {
  const { page } = await arrive(browser, server.url, 'coordinator', '/')
  const answer = await page.request.post('/logout', { headers: { origin: 'https://elsewhere.example' } })
  expect(answer.status()).toBe(403)
  await page.goto('/measures')
  expect(new URL(page.url()).pathname).toBe('/measures')
})

test('pages run only their own scripts', async () => {
  const { page } = await visit(browser, server.url)
  const policy = (await page.goto('/login'))?.headers()['content-security-policy']
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+'/)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  const hasNoNonce = 'script:not([src]):not([type="application/json"])'
  const inline = await page
    .locator(hasNoNonce)
    .evaluateAll(scripts => scripts.map(script => (script as HTMLScriptElement).nonce))
  expect(inline.every(Boolean)).toBe(true)
})
