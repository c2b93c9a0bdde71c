import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { arrive, editorOf, findMeasure } from '#test/support/people'

let server: AppServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startAppServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Somebody at a measure, once its text is live there. */
async function at(account: string, title: string) {
  const visitor = await arrive(browser, server.url, account, '/')
  const path = await findMeasure(visitor.page, title)
  await visitor.page.goto(path)
  await visitor.page.locator('[data-document-id] .ProseMirror').waitFor()
  return { ...visitor, path }
}

/** Selects words of the text, as a mouse does. */
async function select(page: Page, words: string) {
  await page.evaluate(words => {
    const text = document.querySelector('[data-document-id] .ProseMirror')!
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.nodeValue!.indexOf(words)
      if (from >= 0) return getSelection()!.setBaseAndExtent(node, from, node, from + words.length)
    }
    throw new Error(`the text does not say ${words}`)
  }, words)
}

async function typeAtTheEndOf(page: Page, words: string, typed: string) {
  const editor = editorOf(page)
  await editor.getByText(words).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(typed)
}

test('wording is proposed while an editor types beside it, and taken over as the words of who proposed it', async () => {
  const title = 'Lokale besturen'
  const editor = await at('editor.sport', title)
  await typeAtTheEndOf(editor.page, 'Waarom', '')
  await editor.page.keyboard.press('Enter')
  await editor.page.keyboard.type('Elke gemeente wijst een aanspreekpunt aan voor verenigingen.')
  const proposer = await at('representative.welzijn', title)
  await proposer.page.getByText('een aanspreekpunt aan voor').waitFor()
  await select(proposer.page, 'een aanspreekpunt')
  await proposer.page.getByRole('button', { name: 'Stel andere tekst voor' }).click()
  const composer = proposer.page.getByRole('form', { name: 'Stel andere tekst voor' })
  await composer.getByLabel('Wat er moet staan').fill('een vast aanspreekpunt')
  await composer.getByLabel('Waarom?').fill('Anders verandert het **elk jaar**.')
  await composer.getByRole('button', { name: 'Stel voor', exact: true }).click()

  const coordinator = await at('coordinator', title)
  const card = coordinator.page.getByRole('article', { name: 'Tekstvoorstel' })
  await card.getByText('elk jaar').waitFor()
  await editor.page.locator('.passage.is-proposal').waitFor()
  await editor.page.getByText('aan voor verenigingen.').click()
  await editor.page.keyboard.press('End')
  await editor.page.keyboard.type(' Dat kost niets extra.')
  await coordinator.page.getByText('Dat kost niets extra.').waitFor()
  await card.getByRole('button', { name: 'Neem over' }).click()

  const whole = 'Elke gemeente wijst een vast aanspreekpunt aan voor verenigingen. Dat kost niets extra.'
  for (const { page } of [editor, proposer, coordinator]) await page.getByText(whole).waitFor()
  await editor.page.keyboard.type(' Echt niet.')
  await proposer.page.getByText(`${whole} Echt niet.`).waitFor()

  const { page, path } = coordinator
  await page.goto(`${path}/versions?view=authors`)
  await page.locator('main').getByText('Vertegenwoordiger Welzijn (demo)').first().waitFor()
  await page.goto(`${path}/history`)
  await page.getByText('nam het tekstvoorstel van Vertegenwoordiger Welzijn (demo) over').waitFor()
  await page.goto(`${path}?discussion=resolved`)
  await page.getByText(/Overgenomen door CJM/).waitFor()
  expect([...editor.problems, ...proposer.problems, ...coordinator.problems]).toEqual([])
})

test('two proposals for the same words are held beside each other; one that the text outran says so', async () => {
  const { page } = await at('coordinator', 'Grijze zone tussen')
  await page.getByRole('link', { name: 'Vergelijk met nog 1 voorstel' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Voorstellen naast elkaar' }).waitFor()
  const cards = page.getByRole('article', { name: 'Tekstvoorstel' })
  expect(await cards.count()).toBe(2)
  const local = cards.filter({ hasText: 'VVSG' })
  await local.getByRole('button', { name: 'Neem over' }).click()
  await expect.poll(() => cards.count()).toBe(1)
  await cards.getByText('De passage is gewijzigd sinds dit voorstel.').waitFor()
  await cards.getByText('Wijs af', { exact: true }).click()
  await cards.getByLabel('Waarom niet?').fill('We kozen de gewonere woorden.')
  await cards.getByRole('button', { name: 'Wijs af met deze reden' }).click()
  await page.getByText('Er is geen open voorstel (meer) op deze woorden.').waitFor()
})

test('a passage is discussed by who may not write, who is called finds it at home, and it outlives its passage', async () => {
  const title = 'Verzekering'
  const welfare = await at('representative.welzijn', title)
  const paragraph = welfare.page.locator('.ProseMirror > p').first()
  const said = (await paragraph.textContent())!.split(' ').slice(2, 6).join(' ')
  await select(welfare.page, said)
  await welfare.page.getByRole('button', { name: 'Bespreek deze passage' }).click()
  const field = welfare.page.getByLabel('Wat wil je erover zeggen?')
  await field.pressSequentially('Klopt dit nog, @VV')
  await welfare.page.getByRole('option', { name: /VVSG.*instantie/ }).click()
  expect(await field.inputValue()).toBe('Klopt dit nog, @VVSG ')
  await field.press('Control+Enter')
  await welfare.page.locator('.passage', { hasText: said }).first().waitFor()

  const local = await arrive(browser, server.url, 'representative.lokaal', '/')
  await local.page.getByRole('list', { name: 'Vermeldingen' }).getByText('Klopt dit nog').waitFor()
  await local.page
    .getByRole('listitem')
    .filter({ hasText: 'Klopt dit nog' })
    .getByRole('link', { name: 'Antwoord' })
    .click()
  const card = local.page.getByRole('article').filter({ hasText: 'Klopt dit nog' })
  await card.getByText('Antwoord', { exact: true }).click()
  await card.getByLabel('Je antwoord').fill('Ja.\n\n- nagekeken\n- <b>vandaag</b>')
  await card.getByRole('button', { name: 'Plaats' }).click()
  await welfare.page.locator('.comment-text', { hasText: '<b>vandaag</b>' }).waitFor()
  await local.page.goto('/')
  await local.page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor()
  expect(await local.page.getByText('Klopt dit nog').count()).toBe(0)

  // An editor deletes the paragraph: nothing is marked any more, and the discussion keeps its quote.
  const editor = await at('editor.werk', title)
  await editor.page.locator('.passage').first().waitFor()
  await editorOf(editor.page).locator('p').first().click({ clickCount: 3 })
  await editor.page.keyboard.press('Delete')
  await welfare.page.getByText('Deze passage staat niet meer in de tekst:').waitFor()
  expect(await welfare.page.locator('.passage').count()).toBe(0)
  const own = welfare.page.getByRole('article').filter({ hasText: 'Klopt dit nog' })
  await own.getByText(said).waitFor()
  await own.getByRole('button', { name: 'Afgerond' }).click()
  await own.waitFor({ state: 'detached' })
  await welfare.page.getByRole('link', { name: 'afgerond (1)' }).click()
  await own.getByText(/Afgerond door ZORG/).waitFor()
  expect([...welfare.problems, ...local.problems, ...editor.problems]).toEqual([])
})

test('discussions are read, answered and closed without JavaScript', async () => {
  const { page, path } = await at('editor.sport', 'Grijze zone tussen')
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'nl-BE' })
  await context.addCookies(await page.context().cookies())
  const still = await context.newPage()
  await still.goto(path)
  const card = still.getByRole('article').filter({ hasText: 'een voorbeeld per sector' })
  await card.getByText('Antwoord', { exact: true }).click()
  await card.getByLabel('Je antwoord').fill('Zonder JavaScript gezegd.')
  await card.getByRole('button', { name: 'Plaats' }).click()
  await card.locator('.comment-text', { hasText: 'Zonder JavaScript gezegd.' }).waitFor()
  await card.getByRole('button', { name: 'Afgerond' }).click()
  await card.getByText(/Afgerond door SPORT/).waitFor()
  await context.close()
})

test('F8 goes from one discussion to the next, beside the text', async () => {
  const { page } = await at('coordinator', 'Verzekering')
  for (const quote of ['Waarom', 'Stand van zaken']) {
    await select(page, quote)
    await page.getByRole('button', { name: 'Bespreek deze passage' }).click()
    await page.getByLabel('Wat wil je erover zeggen?').fill(`Over ${quote}`)
    await page.getByRole('button', { name: 'Plaats' }).click()
    await page.locator('.discussion-margin .comment-text', { hasText: `Over ${quote}` }).waitFor()
  }
  const focused = () => page.evaluate(() => document.activeElement?.closest('article')?.textContent ?? '')
  await page.keyboard.press('F8')
  await expect.poll(focused).toContain('Over Waarom')
  await page.keyboard.press('F8')
  await expect.poll(focused).toContain('Over Stand van zaken')
  await page.keyboard.press('Shift+F8')
  await expect.poll(focused).toContain('Over Waarom')

  const card = page.locator('.discussion-margin article').filter({ hasText: 'Over Waarom' })
  const address = await card.getByRole('link').first().getAttribute('href')
  await page.goto(address!)
  await page.locator('.passage.is-active', { hasText: 'Waarom' }).waitFor()
})
