import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import type { Database } from '#db/schema/index'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { createEmptyCopy } from '#test/support/database'
import { signInByForm } from '#test/support/sign-in-by-form'

let copy: Awaited<ReturnType<typeof createEmptyCopy>>
let server: AppServer
let db: Kysely<Database>
const cookies = new Map<string, string>()

/** Who asks: the one who began the discussions below, one of another body, one who may write, one who looks on, and others. */
const people = {
  author: 'representative.welzijn',
  other: 'representative.lokaal',
  editor: 'editor.sport',
  observer: 'observer',
  ended: 'representative.steunpunt',
} as const
type Who = keyof typeof people | 'visitor'

beforeAll(async () => {
  copy = await createEmptyCopy()
  server = await startAppServer({ databaseUrl: copy.url })
  ;({ db } = createDb({ connectionString: copy.url, max: 2 }))
  for (const account of Object.values(people)) cookies.set(account, await signInByForm(server.url, account))
  await db
    .updateTable('mandate')
    .set({ endsOn: '2025-01-01' })
    .where('personId', 'in', eb =>
      eb.selectFrom('person').select('person.id').where('email', '=', `${people.ended}@demo.example`),
    )
    .execute()
})

afterAll(async () => {
  await db.destroy()
  await server.stop()
  await copy.drop()
})

/** @returns the status, and where a visitor was sent */
async function send(who: Who, measureId: string, fields: Record<string, string>): Promise<number | string> {
  const answer = await fetch(`${server.url}/measures/${measureId}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {
      Origin: server.url,
      Accept: 'text/html',
      ...(who !== 'visitor' && { Cookie: cookies.get(people[who]) ?? '' }),
    },
    redirect: 'manual',
  })
  const to = answer.headers.get('Location') ?? ''
  return to.startsWith('/login') ? 'login' : answer.status
}

/** A proposal of the author with a comment of theirs, made over HTTP on the words of the one in the demo. */
async function propose() {
  const { threadId, ...fields } = await db
    .selectFrom('discussionThread')
    .innerJoin('wordingProposal', 'threadId', 'discussionThread.id')
    .select(['threadId', 'subjectId', 'anchorFrom', 'anchorTo', 'quote'])
    .where('isDemo', '=', true)
    .orderBy('openedAt')
    .executeTakeFirstOrThrow()
  const { subjectId: measureId, quote } = fields
  const passage = { from: fields.anchorFrom!.toString('base64'), to: fields.anchorTo!.toString('base64'), quote }
  const form = { intent: 'propose-wording', ...passage, replacement: `${quote}, altijd`, text: 'Omdat' }
  expect(await send('author', measureId, form)).toBe(302)
  const made = await db
    .selectFrom('discussionThread')
    .innerJoin('discussionComment', 'threadId', 'discussionThread.id')
    .select(['discussionThread.id as threadId', 'discussionComment.id as commentId'])
    .orderBy('openedAt', 'desc')
    .executeTakeFirstOrThrow()
  return { measureId, passage, ...made }
}

type Made = Awaited<ReturnType<typeof propose>>
const refused: Record<Who, number | string> = {
  author: 403,
  other: 403,
  editor: 403,
  observer: 403,
  ended: 403,
  visitor: 'login',
}

/** What is asked, and who may; everybody else is refused. */
const operations: [name: string, may: Who[], fields: (made: Made) => Record<string, string>][] = [
  ['begin a discussion', ['author', 'other', 'editor'], () => ({ intent: 'open-thread', text: 'Iets' })],
  [
    'discuss a passage',
    ['author', 'other', 'editor'],
    ({ passage }) => ({ intent: 'open-thread', ...passage, text: 'Iets' }),
  ],
  [
    'propose wording',
    ['author', 'other', 'editor'],
    ({ passage }) => ({ intent: 'propose-wording', ...passage, replacement: 'Anders' }),
  ],
  ['answer', ['author', 'other', 'editor'], ({ threadId }) => ({ intent: 'add-comment', threadId, text: 'Ja' })],
  ['change a comment', ['author'], ({ commentId }) => ({ intent: 'edit-comment', commentId, text: 'Anders' })],
  ['take a comment away', ['author'], ({ commentId }) => ({ intent: 'remove-comment', commentId })],
  ['decline wording', ['editor'], ({ threadId }) => ({ intent: 'decline-proposal', threadId, reason: 'Nee' })],
  ['withdraw wording', ['author'], ({ threadId }) => ({ intent: 'withdraw-proposal', threadId })],
  [
    'take wording over',
    ['editor'],
    ({ threadId, passage }) => ({ intent: 'accept-proposal', threadId, onto: passage.quote }),
  ],
]

test('to close and reopen a discussion is for who began it and for editors', async () => {
  const { measureId, threadId } = await propose()
  expect(await send('author', measureId, { intent: 'withdraw-proposal', threadId })).toBe(302)
  for (const intent of ['reopen-thread', 'resolve-thread']) {
    for (const who of ['other', 'observer', 'ended'] as const) {
      expect([who, await send(who, measureId, { intent, threadId })]).toEqual([who, 403])
    }
  }
  expect(await send('author', measureId, { intent: 'reopen-thread', threadId })).toBe(302)
  expect(await send('editor', measureId, { intent: 'resolve-thread', threadId })).toBe(302)
  expect(await send('editor', measureId, { intent: 'resolve-thread', threadId: measureId })).toBe(404)
})

describe.each(operations)('%s', (name, may, fields) => {
  test(`is for ${may.join(', ')}`, async () => {
    const made = await propose()
    const ask = (who: Who) => send(who, made.measureId, fields(made))
    for (const who of Object.keys(refused) as Who[]) {
      if (!may.includes(who)) expect([who, await ask(who)]).toEqual([who, refused[who]])
    }
    for (const who of may) expect([who, await ask(who)]).toEqual([who, 302])
    if (name !== 'take wording over') return
    // The next ones find the words changed: nobody is told that they replaced what they did not see.
    const { threadId, measureId, passage } = made
    expect(await send('editor', measureId, { intent: 'accept-proposal', threadId, onto: passage.quote })).toBe(409)
  })
})
