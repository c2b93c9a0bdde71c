import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeXlsx } from '#server/exports/write-xlsx'
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

test('a coordinator imports a workbook, leaves out what is wrong, and imports the export without any change', async () => {
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/measures')
  await page.getByRole('link', { name: 'Importeer' }).click()
  const text = { kind: 'text' as const, width: 20 }
  const content = await writeXlsx(
    [
      {
        name: 'Plan',
        columns: ['Titel', 'Prioriteit', 'Bestuurslaag'].map(label => ({ ...text, label })),
        rows: [
          ['Fietsvergoeding voor vrijwilligers', 'Vrijwilligers beschermen', 'Vlaams'],
          ['Zonder goed niveau', 'Vrijwilligers beschermen', 'Kosmisch'],
        ],
      },
    ],
    { name: 'Over', rows: [['a', 'b']] },
  )
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel('Bestand').setInputFiles({ name: 'plan.xlsx', mimeType, buffer: content })
  await page.getByRole('button', { name: 'Lees het bestand' }).click()
  await page.getByText('2 met een fout').waitFor()
  await page.getByLabel('Kolom Bestuurslaag').selectOption('level')
  await page.getByRole('button', { name: 'Toon wat er zou veranderen' }).click()
  await page.getByText('1 nieuw, 1 met een fout').waitFor()
  await page.getByText('Bestuurslaag: Dit woord kennen we hier niet.').waitFor()
  await page.getByLabel('Sla de rijen met een fout over').check()
  await page.getByRole('button', { name: 'Voer in' }).click()
  await page.getByText('plan.xlsx: 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 overgeslagen.').waitFor()
  await page.getByRole('link', { name: 'Naar het actieplan' }).click()
  await page.getByRole('link', { name: 'Fietsvergoeding voor vrijwilligers' }).waitFor()

  await page.getByText('Exporteer', { exact: true }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: /Excel-werkmap/ }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^Traject.*\.xlsx$|^Actieplan.*\.xlsx$/)
  const exported = readFileSync(await download.path())
  await page.getByRole('link', { name: 'Importeer' }).click()
  await page.getByLabel('Bestand').setInputFiles({ name: 'export.xlsx', mimeType, buffer: exported })
  await page.getByRole('button', { name: 'Lees het bestand' }).click()
  await page.getByText('Niets te wijzigen').waitFor()
  expect(problems).toEqual([])
})

test('every file of the plan reaches whoever may read it, and only them; importing is for coordinators', async () => {
  const files = { xlsx: 'PK', csv: '\uFEFFNr.', docx: 'PK', pdf: '%PDF-1.7' }
  const roles = { coordinator: 200, 'editor.sport': 403, 'representative.welzijn': 403, observer: 403 }
  for (const [account, expected] of Object.entries(roles)) {
    const { page } = await arrive(browser, server.url, account, '/')
    for (const [format, begin] of Object.entries(files)) {
      const response = await page.request.get(`/measures/export.${format}`)
      expect([account, format, response.status()]).toEqual([account, format, 200])
      expect(response.headers()['content-disposition']).toContain(`.${format}"; filename*=UTF-8''`)
      expect((await response.body()).toString('utf8').startsWith(begin)).toBe(true)
    }
    const asked = await page.request.get('/measures/import')
    const headers = { Origin: server.url }
    const file = { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('Titel;Niveau\nEen;Vlaams') }
    const sent = await page.request.post('/measures/import', { headers, multipart: { file } })
    expect([account, asked.status(), sent.status()]).toEqual([account, expected, expected])
    await page.context().close()
  }
  const visitor = await fetch(`${server.url}/measures/export.csv`, { redirect: 'manual' })
  expect(visitor.status).toBe(302)
})
