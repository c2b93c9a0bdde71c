import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf, findMeasure, visit } from '#test/support/people'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let server: AppServer
let browser: Browser
/** Somebody who is signed in, and the addresses of records, looked up once for all tests. */
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
let records: Awaited<ReturnType<typeof findRecords>>

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
  const { page } = await arrive(browser, server.url, 'coordinator', '/baselines')
  await freezeAndStop(page)
  records = await findRecords(page)
  signedIn = await page.context().storageState()
  await page.context().close()
})

/** A baseline and something that slipped since, so that their pages have something to show. */
async function freezeAndStop(page: Page) {
  await page.getByLabel('Naam').fill('Goedkeuring')
  await page.getByRole('button', { name: 'Leg vast zoals het nu is' }).click()
  await page.getByRole('heading', { level: 1, name: 'Goedkeuring' }).waitFor()
  await page.goto(await findMeasure(page, 'Meldingsplicht bij RVA'))
  await page.locator('.status-menu summary').click()
  await page.getByRole('button', { name: 'Stopgezet' }).click()
  await page.getByRole('region', { name: 'Sinds het ijkpunt' }).waitFor()
}

async function findRecords(page: Page) {
  const measure = await findMeasure(page, 'Meldingsplicht bij RVA')
  const discussed = await findMeasure(page, 'Grijze zone tussen')
  await page.goto(discussed)
  const proposals = await page
    .getByRole('link', { name: /Vergelijk met/ })
    .first()
    .getAttribute('href')
  await page.goto('/update-rounds')
  const round = await page.locator('main a[href^="/update-rounds/"]').first().getAttribute('href')
  await page.goto('/position-rounds')
  const positions = await page.locator('.position-rounds .what a').first().getAttribute('href')
  await page.goto(positions!)
  const sector = await page.locator('main a[href^="/sectors/"]').first().getAttribute('href')
  await page.goto('/meetings')
  const meeting = await page.locator('main a[href^="/meetings/"]').first().getAttribute('href')
  await page.goto('/decisions')
  const decision = await page
    .getByRole('link', { name: /Meldingsplicht/ })
    .first()
    .getAttribute('href')
  return {
    measure,
    discussed,
    proposals: proposals!,
    round: round!,
    positions: positions!,
    sector: sector!,
    meeting: meeting!,
    decision: decision!,
  }
}

/** Every page of the application. A new one belongs here too. */
const pages = ({ measure, discussed, proposals, round, positions, sector, meeting, decision }: typeof records) => [
  '/',
  '/measures',
  '/measures/matrix',
  '/measures/map',
  '/measures/timeline',
  '/measures/board',
  '/measures/new',
  '/measures/import',
  measure,
  `${measure}?edit=facts`,
  discussed,
  proposals,
  `${measure}/versions`,
  '/update-rounds?new',
  round,
  `${round}/report`,
  '/position-rounds',
  `/position-rounds/new?measure=${measure.split('/').pop()}`,
  positions,
  sector,
  `${measure}/history`,
  '/measures/changed?from=2020-01-01',
  '/meetings',
  '/meetings?series',
  meeting,
  `${meeting}?edit`,
  `${meeting}/session`,
  `${meeting}/hall`,
  `${meeting}/agenda`,
  `${meeting}/decisions`,
  `${meeting}/minutes`,
  `${measure}?edit=dependencies`,
  `${measure}/dependencies`,
  '/dependencies',
  '/baselines',
  '/decisions',
  '/actions?whose=all&state=any',
  decision,
  '/account',
  '/calendars',
  '/offline',
]

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What axe finds, a line each. */
async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async tags => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { runOnly: tags })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${location.pathname} ${id}: ${node.html}`))
  }, rules)
}

describe.each(['nl', 'en'])('in %s', language => {
  test.each([1440, 320])(
    'axe finds nothing, in light and dark, %i px wide',
    async width => {
      // axe comes in as a script of its own, which the pages' policy rightly refuses. Without motion no colour is half way.
      const look = { viewport: { width, height: 900 }, bypassCSP: true, reducedMotion: 'reduce' as const }
      const visitor = await visit(browser, server.url, look)
      await visitor.page.goto(`/login?lng=${language}`)
      const found = await inLightAndDark(visitor.page)
      await visitor.page.context().close()

      const { page } = await visit(browser, server.url, { ...look, storageState: signedIn })
      for (const path of pages(records)) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lng=${language}`)
        if (path === records.measure) await editorOf(page).waitFor()
        if (path === records.discussed) await page.locator('.passage').first().waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        found.push(...(await inLightAndDark(page)))
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (overflow > 0) found.push(`${path} is ${overflow} px too wide`)
      }
      expect(found).toEqual([])
      await page.context().close()
    },
    // As long as it takes on a machine that is busy with something else.
    600_000,
  )
})

async function inLightAndDark(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await findings(page)).map(finding => `${colorScheme}: ${finding}`))
  }
  return found
}
