import type { Kysely } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDb } from '#db/client'
import type { Database } from '#db/schema/index'
import { mapOf } from '#server/discussions/passage.shared'
import { appendEdit } from '#server/documents/append-edit'
import { loadState } from '#server/documents/load-state'
import { markQuote, writeLines } from '#test/server/discussions/discussed-text'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { launchBrowser } from '#test/support/chromium'
import { createEmptyCopy } from '#test/support/database'
import { arrive, editorOf, findMeasure } from '#test/support/people'

const MANY = 500

let copy: Awaited<ReturnType<typeof createEmptyCopy>>
let server: AppServer
let browser: Browser
let db: Kysely<Database>

beforeAll(async () => {
  copy = await createEmptyCopy()
  ;[server, browser] = await Promise.all([startAppServer({ databaseUrl: copy.url }), launchBrowser()])
  ;({ db } = createDb({ connectionString: copy.url, max: 2 }))
})

afterAll(async () => {
  await browser.close()
  await db.destroy()
  await server.stop()
  await copy.drop()
})

/** Writes a long text in a measure, and begins discussions of passages of it. */
async function fill(measureId: string, threads: number) {
  const { documentId, groupId, seq } = await db
    .selectFrom('document')
    .select(['id as documentId', 'groupId', 'seq'])
    .where('subjectId', '=', measureId)
    .executeTakeFirstOrThrow()
  const { personId, mandateId } = await db
    .selectFrom('mandate')
    .select(['personId', 'id as mandateId'])
    .where('role', '=', 'editor')
    .executeTakeFirstOrThrow()
  const text = new Y.Doc()
  Y.applyUpdate(text, (await loadState(db, documentId)).state)
  const known = Y.encodeStateVector(text)
  writeLines(text, [
    'Hier typt iemand.',
    ...Array.from({ length: MANY / 2 }, (_, i) => `Alinea ${i}: eerste stuk ${i}; en dan nog een tweede stuk ${i}.`),
  ])
  const update = Y.encodeStateAsUpdate(text, known)
  const author = { personId, mandate: { id: mandateId } }
  await db
    .transaction()
    .execute(trx => appendEdit(trx, author, { documentId, afterSeq: seq, update, clientId: text.clientID }))
  const map = mapOf(text)
  const begun = Array.from({ length: threads }, (_, i) => {
    const quote = i % 2 === 0 ? `eerste stuk ${i >> 1};` : `tweede stuk ${i >> 1}.`
    const { from, to } = markQuote(text, quote)
    const at = map.text.indexOf(quote)
    const words = JSON.stringify(map.rangesOf({ from: at, to: at + quote.length }))
    const anchors = { anchorFrom: Buffer.from(from, 'base64'), anchorTo: Buffer.from(to, 'base64'), words, quote }
    return {
      ...anchors,
      documentId,
      groupId,
      subjectType: 'measure' as const,
      subjectId: measureId,
      openedBy: mandateId,
    }
  })
  if (begun.length === 0) return
  const rows = await db.insertInto('discussionThread').values(begun).returning('id').execute()
  await db
    .insertInto('discussionComment')
    .values(rows.map(({ id }, i) => ({ threadId: id, text: `Opmerking ${i}`, mandateId })))
    .execute()
}

/** How long a key takes until its letter is laid out, in milliseconds: the median of many. */
async function keyCost(page: Page): Promise<number> {
  await editorOf(page).getByText('Hier typt iemand.').click()
  await page.keyboard.press('End')
  return page.evaluate(async () => {
    const text = document.querySelector<HTMLElement>('.ProseMirror')!
    const costs: number[] = []
    for (let key = 0; key < 80; key++) {
      const began = performance.now()
      document.execCommand('insertText', false, 'x')
      // The editor hears of it in a microtask.
      await new Promise<void>(done => queueMicrotask(() => queueMicrotask(done)))
      void text.offsetHeight
      costs.push(performance.now() - began)
    }
    return costs.sort((one, other) => one - other)[40]!
  })
}

test('a measure with 500 discussions opens without delay, and what is marked costs nothing at a key', async () => {
  const { page, problems } = await arrive(browser, server.url, 'coordinator', '/')
  const plain = await findMeasure(page, 'Digitaal verenigingsloket')
  const discussed = await findMeasure(page, 'Verenigingsregister')
  const idOf = (path: string) => path.split('/').at(-1)!
  await fill(idOf(plain), 0)
  await fill(idOf(discussed), MANY)

  const opened = async (path: string, shown: string) => {
    const began = performance.now()
    await page.goto(path)
    await page.locator(shown).first().waitFor()
    return performance.now() - began
  }
  await opened(plain, '.ProseMirror')
  const withoutThem = await opened(plain, '.ProseMirror')
  const plainKey = await keyCost(page)
  const withThem = await opened(discussed, '.ProseMirror .passage')
  expect(await page.locator('.ProseMirror .passage').count()).toBe(MANY)
  expect(await page.locator('.thread').count()).toBeLessThanOrEqual(20)
  const key = await keyCost(page)
  const measured = `opened in ${Math.round(withThem)} ms, ${Math.round(withoutThem)} without; a key ${key.toFixed(1)} ms, ${plainKey.toFixed(1)} without`
  expect(withThem - withoutThem, measured).toBeLessThan(3000)
  expect(key, measured).toBeLessThan(plainKey * 2 + 4)

  // What is not loaded comes when its mark is clicked.
  await page.locator('.ProseMirror .passage', { hasText: 'eerste stuk 0;' }).click()
  await page.locator('.thread', { hasText: 'Opmerking 0' }).first().waitFor()
  expect(problems).toEqual([])
})
