import { randomUUID } from 'node:crypto'
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

/** Goes to the item about the grey zone on the agenda of the coming meeting. */
async function openItem(page: Page) {
  await page.goto('/')
  await page.getByRole('link', { name: /geplande vergadering/ }).click()
  // A decision about it is called so too.
  await page.locator('a[href*="item="]', { hasText: 'Grijze zone met betaald werk' }).first().click()
  await page.waitForURL(/item=/)
  await page.getByRole('heading', { name: /Grijze zone met betaald werk/ }).waitFor()
}

test('a decision moves the status and the lead of a measure on the screens of everybody', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/')
  const editor = await arrive(browser, server.url, 'editor.werk', '/')
  await editor.page.goto(await findMeasure(editor.page, 'Grijze zone tussen vrijwilligerswerk'))
  const lead = (state: string) =>
    editor.page.locator(`[data-responsibility-state=${state}]`, { hasText: /^ZORG\s*trekker/ })
  const effect = editor.page.locator('[data-effect-state]', { hasText: 'wordt trekker' })

  const { page } = coordinator
  await openItem(page)
  await page.getByLabel('Tekst van de beslissing').fill('Zorg trekt dit voortaan; het werk begint.')
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: 'Voeg een gevolg toe: Stand' }).click()
  await page.getByLabel('Nieuwe stand').selectOption({ label: 'In uitvoering' })
  await page.getByRole('button', { name: 'Voeg een gevolg toe: Trekker' }).click()
  await page.getByLabel('Nieuwe trekker').selectOption({ label: 'ZORG · Departement Zorg' })
  await page.getByRole('button', { name: 'Voeg een actiepunt toe' }).click()
  await page.getByLabel('Wat', { exact: true }).fill('De vraag aan de Hoge Raad opstellen')
  await page.getByLabel('Wie', { exact: true }).selectOption({ label: 'ZORG · Departement Zorg' })
  // What was typed outlives a reload.
  await page.reload()
  await page.getByText('Wat je hier eerder typte, staat er terug.').waitFor()
  expect(await page.getByLabel('Nieuwe stand').inputValue()).toBe('running')
  await page.getByLabel('Tekst van de beslissing').press('Control+Enter')
  const confirm = page.getByRole('alertdialog')
  await confirm.getByText(/In uitvoering/).waitFor()
  await confirm.getByRole('button', { name: /^Leg .*vast/ }).click()

  await editor.page.getByText('In uitvoering', { exact: true }).first().waitFor()
  await lead('proposed').waitFor()
  await effect.getByText(/wacht op antwoord/).waitFor()

  const representative = await arrive(browser, server.url, 'representative.welzijn', '/')
  await representative.page.getByText('De vraag aan de Hoge Raad opstellen').waitFor()
  const asked = representative.page
    .getByRole('listitem')
    .filter({ hasText: 'Grijze zone tussen' })
    .filter({ hasText: 'voor als trekker' })
  await asked
    .getByRole('button', { name: /^Aanvaard/ })
    .first()
    .click()
  await lead('accepted').waitFor()
  await effect.getByText(/toegepast/).waitFor()
  const problems = [coordinator, editor, representative].flatMap(visitor => visitor.problems)
  expect(problems).toEqual([])
})

test('an action is finished with a line on how, and not without', async () => {
  const { page, problems } = await arrive(browser, server.url, 'representative.welzijn', '/actions')
  const row = page.getByRole('listitem').filter({ hasText: 'Testcijfers van de zorgvoorzieningen' })
  await row.getByText('Te laat').waitFor()
  await row.locator('summary', { hasText: 'Rond af' }).click()
  const how = row.getByLabel('Hoe is het gebeurd?')
  await how.fill('   ')
  await row.getByRole('button', { name: 'Rond af' }).click()
  await row.getByText('Schrijf in een regel hoe het gebeurd is.').waitFor()
  await how.fill('Bezorgd op de werkgroep.')
  await row.getByRole('button', { name: 'Rond af' }).click()
  await row.waitFor({ state: 'detached' })
  await page.goto('/actions?whose=all&state=done')
  await page.getByText('Bezorgd op de werkgroep.').waitFor()
  expect(problems).toEqual([])
})

test('who may do what with effects, errata and actions, over HTTP', async () => {
  const coordinator = await arrive(browser, server.url, 'coordinator', '/decisions?q=Basisindicatoren')
  await coordinator.page
    .getByRole('link', { name: /^Basisindicatoren/ })
    .first()
    .click()
  await coordinator.page.waitForURL(/\/decisions\/[0-9a-f-]+/)
  const decision = new URL(coordinator.page.url()).pathname
  const effectId = await coordinator.page.locator('input[name=effectId]').first().inputValue()
  await coordinator.page.goto('/actions?whose=all')
  const given = coordinator.page.getByRole('listitem').filter({ hasText: 'Voorstel van vijf basisindicatoren' })
  const actionItemId = await given.locator('input[name=actionItemId]').first().inputValue()
  await coordinator.page.goto('/')

  const forms: Record<string, [address: string, form: Record<string, string>]> = {
    'sign-erratum': [decision, { text: 'Lees: vijf indicatoren.' }],
    'note-action': ['/actions', { actionItemId, text: 'Een nota.' }],
    'drop-action': ['/actions', { actionItemId: randomUUID(), text: 'Niet meer.' }],
    'drop-effect': [decision, { effectId, reason: '' }],
    'apply-effect': [decision, { effectId, seen: 'wat niemand zag' }],
  }
  const answers = async (page: Page) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(forms).map(async ([intent, [address, fields]]) => {
          const form = { intent, ...fields }
          const answer = await page.request.post(`${address}.data`, { form, headers: { Origin: server.url } })
          return [intent, answer.status()]
        }),
      ),
    )
  const expected: Record<string, Record<string, number>> = {
    coordinator: {
      'sign-erratum': 200,
      'note-action': 200,
      'drop-action': 404,
      'drop-effect': 400,
      'apply-effect': 200,
    },
    'editor.werk': {
      'sign-erratum': 403,
      'note-action': 200,
      'drop-action': 404,
      'drop-effect': 400,
      'apply-effect': 200,
    },
    'representative.welzijn': {
      'sign-erratum': 403,
      'note-action': 403,
      'drop-action': 404,
      'drop-effect': 400,
      'apply-effect': 403,
    },
    observer: { 'sign-erratum': 403, 'note-action': 403, 'drop-action': 404, 'drop-effect': 400, 'apply-effect': 403 },
  }
  for (const [account, statuses] of Object.entries(expected)) {
    const visitor = account === 'coordinator' ? coordinator : await arrive(browser, server.url, account, '/')
    expect({ account, ...(await answers(visitor.page)) }).toEqual({ account, ...statuses })
  }
})

test('fifty decisions at the same moment get fifty successive numbers', async () => {
  const { page } = await arrive(browser, server.url, 'coordinator', '/')
  await openItem(page)
  const { pathname, searchParams } = new URL(page.url())
  const form = { what: 'record-decision', agendaItemId: searchParams.get('item') ?? '', result: 'noted' }
  const numbersOf = async () => {
    const found = new Set<number>()
    for (const number of [1, 2, 3, 4]) {
      const text = await (await page.request.get(`/decisions?year=2026&page=${number}`)).text()
      for (const [, register] of text.matchAll(/class="register-number">2026-(\d+)</g)) found.add(Number(register))
    }
    return [...found].sort((one, other) => one - other)
  }
  const before = (await numbersOf()).length
  const sent = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      page.request.post(`${pathname}.data`, {
        form: { ...form, decisionId: randomUUID(), text: `Nummer ${index}` },
        headers: { Origin: server.url },
        timeout: 120_000,
      }),
    ),
  )
  expect([...new Set(sent.map(answer => answer.status()))]).toEqual([202])
  expect(await numbersOf()).toEqual(Array.from({ length: before + 50 }, (_, index) => index + 1))
})
