import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf, findMeasure, signIn, visit } from '#test/support/people'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
  await freezeAndStop()
})

/** A baseline and something that slipped since, so that their pages have something to show. */
async function freezeAndStop() {
  const { page } = await arrive(browser, server.url, 'coordinator', '/baselines')
  await page.getByLabel('Naam').fill('Goedkeuring')
  await page.getByRole('button', { name: 'Leg vast zoals het nu is' }).click()
  await page.getByRole('heading', { level: 1, name: 'Goedkeuring' }).waitFor()
  await page.goto(await findMeasure(page, 'Meldingsplicht bij RVA'))
  await page.locator('.status-menu summary').click()
  await page.getByRole('button', { name: 'Stopgezet' }).click()
  await page.getByRole('region', { name: 'Sinds het ijkpunt' }).waitFor()
}

afterAll(async () => {
  await browser.close()
  await server.stop()
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
  test.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 320],
    ['dark', 320],
  ] as const)(
    'axe finds nothing, %s, %i px wide',
    async (colorScheme, width) => {
      // axe comes in as a script of its own, which the pages' policy rightly refuses.
      const { page } = await visit(browser, server.url, {
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      })
      await page.goto('/login')
      const found = await findings(page)
      await signIn(page, 'coordinator')
      const measure = await findMeasure(page, 'Meldingsplicht bij RVA')
      const discussed = await findMeasure(page, 'Grijze zone tussen')
      await page.goto(discussed)
      const proposals = await page
        .getByRole('link', { name: /Vergelijk met/ })
        .first()
        .getAttribute('href')
      await page.goto('/update-rounds')
      const round = await page.locator('main a[href^="/update-rounds/"]').first().getAttribute('href')
      await page.goto('/meetings')
      const meeting = await page.locator('main a[href^="/meetings/"]').first().getAttribute('href')
      await page.goto('/decisions')
      const decision = await page
        .getByRole('link', { name: /Meldingsplicht/ })
        .first()
        .getAttribute('href')
      const paths = [
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
        proposals!,
        `${measure}/versions`,
        '/update-rounds?new',
        round!,
        `${round}/report`,
        `${measure}/history`,
        '/measures/changed?from=2020-01-01',
        '/meetings',
        meeting!,
        `${meeting}/agenda`,
        `${meeting}/decisions`,
        `${measure}?edit=dependencies`,
        `${measure}/dependencies`,
        '/dependencies',
        '/baselines',
        '/decisions',
        decision!,
        '/account',
        '/calendars',
        '/offline',
      ]
      for (const path of paths) {
        await page.goto(`${path}?lng=${language}`)
        if (path === measure) await editorOf(page).waitFor()
        if (path === discussed) await page.locator('.passage').first().waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        found.push(...(await findings(page)))
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (overflow > 0) found.push(`${path} is ${overflow} px too wide`)
      }
      expect(found).toEqual([])
    },
    120_000,
  )
})
