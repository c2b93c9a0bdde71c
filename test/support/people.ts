import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished, TestRunner } from 'vitest'
import { demoPassword } from '#db/seed/demo-accounts'

/** Somebody in a browser of their own, signed in to a demo account; `problems` is what their console complained of. */
export interface Visitor {
  page: Page
  problems: string[]
}

/** Complaints of the browser about a line that the test itself cut, and about a page fetched ahead that nobody then opened. */
const expected = /net::ERR_|WebSocket connection|Failed to load resource|was preloaded using link preload but not used/

/** Opens a browser profile in Dutch, signed out. What a test opened goes when it is over. */
export async function visit(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ baseURL, locale: 'nl-BE', ...options })
  context.setDefaultTimeout(60_000)
  if (options.javaScriptEnabled !== false) context.on('page', waitForAnswering)
  if (TestRunner.getCurrentTest()) onTestFinished(() => context.close())
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', message => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning'
    if (isComplaint && !expected.test(message.text())) problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', error => problems.push(`${page.url()}: ${error.message}`))
  return { page, problems }
}

/** Whoever opens a page here finds its buttons and keys answering, as people do who read before they act. */
function waitForAnswering(page: Page): void {
  const open = { goto: page.goto.bind(page), reload: page.reload.bind(page) }
  const answering = async (opening: ReturnType<Page['goto']>) => {
    const response = await opening
    const isPage = response?.headers()['content-type']?.startsWith('text/html')
    if (isPage) await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0)
    return response
  }
  page.goto = (...asked) => answering(open.goto(...asked))
  page.reload = (...asked) => answering(open.reload(...asked))
}

/** Fills in the sign-in form that is on the page. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(`${account}@demo.example`)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Meld je aan' }).click()
  await page.waitForURL(url => url.pathname !== '/login')
}

/** The same as one step: a new profile that arrives at a page as somebody. */
export async function arrive(browser: Browser, baseURL: string, account: string, path: string): Promise<Visitor> {
  const visitor = await visit(browser, baseURL)
  await visitor.page.goto(path)
  await signIn(visitor.page, account)
  return visitor
}

/** The address of a measure, by its title. */
export async function findMeasure(page: Page, title: string): Promise<string> {
  await page.goto('/measures')
  const link = page.getByRole('link', { name: title })
  return (await link.first().getAttribute('href')) as string
}

/** The live text of the page, once it can be written in. */
export function editorOf(page: Page) {
  return page.locator('[data-document-id] [contenteditable=true]')
}
