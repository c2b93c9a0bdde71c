import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeXlsx } from '#server/exports/write-xlsx'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, type Visitor } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const office = 'application/vnd.openxmlformats-officedocument'
const fund = 'Startfonds voor jonge verenigingen'
const desk = 'Gemeentelijk loket voor vrijwilligers'
const pass = 'Attest van verworven competenties'
/** Which body of which sector is asked to lead what. */
const leads = { ZORG: fund, VVSG: desk, WSE: pass } as const

/** A workbook as somebody else keeps a plan. */
const workbook = () =>
  writeXlsx(
    [
      {
        name: 'Plan 2027',
        columns: ['Titel', 'Prioriteit', 'Niveau', 'Samenvatting'].map(label => ({ label, kind: 'text', width: 20 })),
        rows: [fund, desk, pass].map(title => [
          title,
          'Het verenigingsleven ondersteunen',
          'Vlaams',
          'Uit het werkblad.',
        ]),
      },
    ],
    { name: 'Over', rows: [['Gemaakt door', 'iemand']] },
  )

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

/** The address of a measure that is in sight. */
async function addressOf(page: Page, title: string): Promise<string> {
  await page.goto('/measures')
  return (await page.getByRole('link', { name: title }).first().getAttribute('href')) as string
}

async function download(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await click()
  return readFileSync(await (await waiting).path())
}

test('a plan from a workbook gets its leads, a baseline and a date that slips; map, timeline, history and report say so', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/measures/import')
  const { page } = coordinator

  // The workbook comes in, all of it.
  await page
    .getByLabel('Bestand')
    .setInputFiles({ name: 'plan.xlsx', mimeType: `${office}.spreadsheetml.sheet`, buffer: await workbook() })
  await page.getByRole('button', { name: 'Lees het bestand' }).click()
  await page.getByText('3 nieuw').waitFor()
  await page.getByRole('button', { name: 'Voer in' }).click()
  await page.getByText('plan.xlsx: 3 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen.').waitFor()

  // Three bodies of three sectors are asked to lead.
  for (const [code, title] of Object.entries(leads)) {
    await page.goto(await addressOf(page, title))
    const owners = region(page, 'Wie trekt dit?')
    await owners.getByText('Stel een instantie voor').click()
    const value = await owners.locator('[name=bodyId] option', { hasText: `${code} ·` }).getAttribute('value')
    await owners.locator('[name=bodyId]').selectOption(value)
    await owners.getByRole('button', { name: 'Stel voor', exact: true }).click()
    await owners.getByText('voorgesteld').waitFor()
  }

  // Two accept, one hands back with a reason.
  const representatives: Visitor[] = []
  const home = async (account: string, title: string) => {
    const visitor = await arrive(browser, server.url, account, '/')
    representatives.push(visitor)
    const asked = visitor.page.getByRole('list', { name: 'Verantwoordelijkheid om te aanvaarden', exact: true })
    return asked.getByRole('listitem').filter({ hasText: title })
  }
  for (const [account, title] of [
    ['representative.lokaal', desk],
    ['representative.werk', pass],
  ] as const) {
    const row = await home(account, title)
    await row.getByRole('button', { name: /^Aanvaard/ }).click()
    await row.waitFor({ state: 'detached' })
  }
  const refused = await home('representative.welzijn', fund)
  await refused.locator('summary').click()
  await refused.getByRole('textbox').fill('Dit hoort bij Cultuur')
  await refused.getByRole('button', { name: 'Geef terug met deze reden' }).click()
  await refused.waitFor({ state: 'detached' })

  // The lead plans; the plan is frozen as it stands.
  const lead = representatives[1]!.page
  const path = await addressOf(page, pass)
  await lead.goto(path)
  const milestones = region(lead, 'Mijlpalen')
  await milestones.getByText('Voeg een mijlpaal toe').click()
  await milestones.getByLabel('Wat', { exact: true }).fill('Attest in gebruik')
  await milestones.getByLabel('Wanneer', { exact: true }).fill('3/2029')
  await milestones.getByRole('button', { name: 'Voeg toe', exact: true }).click()
  await milestones.getByText('maart 2029').waitFor()
  await page.goto('/baselines')
  await page.getByLabel('Naam').fill('Goedkeuring 2027')
  await page.getByRole('button', { name: 'Leg vast zoals het nu is' }).click()
  await page.getByRole('heading', { level: 1, name: 'Goedkeuring 2027' }).waitFor()

  // The date slips.
  await lead.getByRole('link', { name: 'Wijzig de mijlpaal Attest in gebruik' }).click()
  await lead.getByLabel('Gepland voor').fill('9/2029')
  await lead.getByLabel('Waarom verschuift dit?').fill('De databank is later klaar')
  await lead.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await region(lead, 'Sinds het ijkpunt').getByText('6 maanden later').waitFor()

  // The map: who leads what, and what nobody leads.
  await page.goto('/measures/map')
  const onMap = (title: string) => page.locator('.role-map tbody tr').filter({ hasText: title })
  await onMap(fund).getByText('zonder trekker').waitFor()
  for (const title of [desk, pass]) {
    await onMap(title).getByText('trekker', { exact: true }).waitFor()
    expect(await onMap(title).getByText('zonder trekker').count()).toBe(0)
  }

  // The timeline: how far it slipped.
  await page.goto('/measures/timeline')
  const onTimeline = page.locator('.timeline tbody tr').filter({ hasText: pass })
  await onTimeline.locator('.slipped').getByText('6 maanden later').waitFor()

  // The history: who did it, why, from what to what.
  await page.goto(`${path}/history`)
  const moved = page.locator('.history-entry').filter({ hasText: 'De databank is later klaar' })
  await moved.waitFor()
  expect(await moved.locator('del').textContent()).toBe('maart 2029')
  expect(await moved.locator('ins').allTextContents()).toContain('september 2029')
  expect(await moved.textContent()).toContain('WSE')
  await page.goto(`${await addressOf(page, fund)}/history`)
  await page.locator('.history-entry').filter({ hasText: 'Dit hoort bij Cultuur' }).waitFor()

  // The report, as a page and as a document: what slipped, and whom nobody could ask.
  await page.goto('/update-rounds?new')
  await page.getByLabel('Naam van de ronde').fill('Voorjaar')
  await page.getByRole('button', { name: 'Vraag het' }).click()
  await page.getByRole('heading', { level: 1, name: 'Voorjaar' }).waitFor()
  await page.getByText('Sluit de ronde af…').click()
  await page.getByRole('button', { name: 'Sluit af', exact: true }).click()
  await page.getByRole('link', { name: 'Verslag', exact: true }).click()
  await region(page, /^Wat verschoof sinds ijkpunt Goedkeuring 2027/)
    .getByText('6 maanden later')
    .waitFor()
  await region(page, /^Wie niet meldde/)
    .getByRole('link', { name: fund })
    .waitFor()
  const read = async (file: Buffer) => (await mammoth.extractRawText({ buffer: file })).value
  await page.getByText('Exporteer', { exact: true }).click()
  const report = await read(await download(page, () => page.getByRole('link', { name: 'Word-document' }).click()))
  for (const text of ['Stand van zaken: Voorjaar', 'maart 2029', 'september 2029', '6 maanden later', fund]) {
    expect(report).toContain(text)
  }

  // So does the plan itself, and its tables.
  await page.goto('/measures')
  await page.getByText('Exporteer', { exact: true }).click()
  const plan = await read(await download(page, () => page.getByRole('link', { name: /Word-document/ }).click()))
  for (const text of [fund, desk, pass, 'Sinds ijkpunt Goedkeuring 2027', '6 maanden later']) {
    expect(plan).toContain(text)
  }
  await page.reload()
  await page.getByText('Exporteer', { exact: true }).click()
  const slips = await download(page, () => page.getByRole('link', { name: 'CSV: verschuivingen' }).click())
  expect(slips.toString('utf8')).toMatch(new RegExp(`${pass};Goedkeuring 2027;.*;6 maanden later;`))
  expect([coordinator, ...representatives].flatMap(({ problems }) => problems)).toEqual([])
})
