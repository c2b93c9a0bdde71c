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

async function type(page: Page, text: string) {
  await editorOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text, { delay: 5 })
  await page.getByText('Bewaard', { exact: true }).waitFor()
}

const button = (page: Page) => page.getByRole('button', { name: 'Wie schreef wat' })
const legend = (page: Page) => page.getByRole('list', { name: 'Wie schreef in deze tekst' })
/** The code before a stretch of words: it comes with the style sheet, so that nobody copies it with the text. */
const codeBefore = (page: Page, text: string) =>
  page
    .locator('[data-document-id] p')
    .filter({ hasText: text })
    .locator('.by-author[data-code]')
    .evaluateAll(marks => marks.map(mark => mark.getAttribute('data-code')))

test('who only reads sees who writes what while two sectors write, by sector and by person', async () => {
  const reader = await arrive(browser, server.url, 'observer', '/')
  const path = await findMeasure(reader.page, 'Digitaal verenigingsloket')
  await reader.page.goto(path)
  const sport = await arrive(browser, server.url, 'editor.sport', path)
  const work = await arrive(browser, server.url, 'editor.werk', path)
  await Promise.all([editorOf(sport.page).waitFor(), editorOf(work.page).waitFor()])

  await button(reader.page).focus()
  await reader.page.keyboard.press('Enter')
  await reader.page.getByText('Zonder kleur: overgenomen uit het plan.').waitFor()
  expect(await reader.page.locator('.by-author').count()).toBe(0)

  await Promise.all([type(sport.page, 'Sport schrijft dit.'), type(work.page, 'Werk schrijft dat.')])
  await expect.poll(() => codeBefore(reader.page, 'Sport schrijft dit.')).toEqual(['SPORT'])
  await expect.poll(() => codeBefore(reader.page, 'Werk schrijft dat.')).toEqual(['WSE'])
  await expect.poll(() => legend(reader.page).textContent()).toMatch(/SPORT.*19 tekens/)

  // In the middle of what somebody else wrote, and on the writer's own screen.
  await button(work.page).click()
  const end = sport.page.locator('[data-document-id] p').filter({ hasText: 'Werk schrijft dat.' })
  await end.click()
  await sport.page.keyboard.press('Home')
  for (let i = 0; i < 4; i++) await sport.page.keyboard.press('ArrowRight')
  await sport.page.keyboard.type('nemer', { delay: 5 })
  for (const { page } of [reader, work])
    await expect.poll(() => codeBefore(page, 'Werknemer')).toEqual(['WSE', 'SPORT', 'WSE'])

  await reader.page.getByRole('button', { name: 'Per persoon' }).click()
  await expect
    .poll(() => codeBefore(reader.page, 'Sport schrijft dit.'))
    .toEqual([expect.stringMatching(/^SPORT \p{Lu}/u)])
  const words = reader.page.locator('.by-author').filter({ hasText: 'port schrijft dit.' })
  const name = (await words.getAttribute('title'))!.split(', ').at(-1)!
  await expect.poll(() => legend(reader.page).textContent()).toContain(name)
  expect(await reader.page.getByRole('link', { name: 'Lees het als pagina' }).getAttribute('href')).toContain(
    'view=authors',
  )

  await button(reader.page).click()
  await expect.poll(() => reader.page.locator('.by-author').count()).toBe(0)
  expect([...reader.problems, ...sport.problems, ...work.problems]).toEqual([])
})

test('what a restoring brings back stays of who wrote it, live on every screen', async () => {
  const sport = await arrive(browser, server.url, 'editor.sport', '/')
  const path = await findMeasure(sport.page, 'Gelijke toegang tot vrijwilligerswerk')
  await sport.page.goto(path)
  await type(sport.page, 'Sport schreef dit eerst.')
  const coordinator = await arrive(browser, server.url, 'coordinator', `${path}/versions`)
  await coordinator.page.getByLabel('Geef deze tekst een naam').fill('Met de zin')
  await coordinator.page.getByRole('button', { name: 'Leg vast' }).click()
  await coordinator.page.getByRole('listitem').filter({ hasText: 'Met de zin' }).getByText('zoals nu').waitFor()

  await sport.page
    .locator('[data-document-id] p')
    .filter({ hasText: 'Sport schreef dit eerst.' })
    .click({ clickCount: 3 })
  await sport.page.keyboard.press('Backspace')
  await sport.page.getByText('Bewaard', { exact: true }).waitFor()
  await button(sport.page).click()
  await coordinator.page.getByText(/^Zet versie \d+ terug…$/).click()
  await coordinator.page.getByRole('button', { name: 'Zet terug', exact: true }).click()
  await coordinator.page.getByText('De tekst is weer zoals in').waitFor()

  await expect.poll(() => codeBefore(sport.page, 'Sport schreef dit eerst.')).toEqual(['↩ SPORT'])
  const words = sport.page.locator('.by-author').filter({ hasText: 'port schreef dit eerst.' })
  expect(await words.getAttribute('title')).toMatch(/^.*Sport.*; teruggezet door /)
  await expect.poll(() => legend(sport.page).textContent()).toContain('zette terug wat anderen schreven')
  expect([...sport.problems, ...coordinator.problems]).toEqual([])
})
