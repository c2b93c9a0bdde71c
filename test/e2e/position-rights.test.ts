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

/** Who asks: `own` speaks for the body that is asked, `former` did until lately and looks on now, `ended` has no mandate left. */
const people = {
  own: 'representative.welzijn',
  other: 'representative.lokaal',
  coordinator: 'coordinator',
  editor: 'editor.sport',
  observer: 'observer',
  former: 'representative.werk',
  ended: 'representative.steunpunt',
} as const
type Who = keyof typeof people | 'visitor'
const everybody = [...Object.keys(people), 'visitor'] as Who[]

let bodyId: string
let measureId: string

beforeAll(async () => {
  copy = await createEmptyCopy()
  server = await startAppServer({ databaseUrl: copy.url })
  ;({ db } = createDb({ connectionString: copy.url, max: 2 }))
  for (const account of Object.values(people)) cookies.set(account, await signInByForm(server.url, account))
  const own = await mandateOf(people.own)
  bodyId = own.bodyId
  for (const account of [people.ended, people.former]) {
    const { id } = await mandateOf(account)
    await db.updateTable('mandate').set({ endsOn: '2025-01-01' }).where('id', '=', id).execute()
  }
  const { personId, groupId } = await mandateOf(people.former)
  const mandate = { personId, groupId, bodyId, startsOn: '2020-01-01' }
  await db
    .insertInto('mandate')
    .values([
      { ...mandate, role: 'representative', endsOn: '2025-01-01' },
      { ...mandate, role: 'observer', endsOn: null },
    ])
    .execute()
  ;({ id: measureId } = await db
    .selectFrom('measure')
    .select('id')
    .where('title', 'like', 'Verenigingsregister%')
    .executeTakeFirstOrThrow())
})

afterAll(async () => {
  await db.destroy()
  await server.stop()
  await copy.drop()
})

const mandateOf = (account: string) =>
  db
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .select(['mandate.id', 'personId', 'bodyId', 'groupId'])
    .where('email', '=', `${account}@demo.example`)
    .executeTakeFirstOrThrow()

const ask = (who: Who, path: string, fields?: Record<string, string>) =>
  fetch(`${server.url}${path}`, {
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    headers: {
      Origin: server.url,
      Accept: 'text/html',
      ...(who !== 'visitor' && { Cookie: cookies.get(people[who]) ?? '' }),
    },
    redirect: 'manual',
  })

/** @returns the status, and where a visitor was sent */
async function send(who: Who, path: string, fields?: Record<string, string>): Promise<number | string> {
  const answer = await ask(who, path, fields)
  return (answer.headers.get('Location') ?? '').startsWith('/login') ? 'login' : answer.status
}

const refused = (who: Who) => (who === 'visitor' ? 'login' : 403)

const asking = () => ({
  title: 'Wie mag',
  date: '2099-01-01',
  time: '12:00',
  silenceMeans: 'nothing',
  measureIds: measureId,
  bodyIds: bodyId,
})

/** A round that the coordinator opens, in which the body takes a position on a condition: all over HTTP. */
async function open() {
  const answer = await ask('coordinator', '/position-rounds/new', asking())
  const page = answer.headers.get('Location') ?? ''
  expect(page).toMatch(/^\/position-rounds\/[\da-f-]{36}$/)
  const place = { measureId, bodyId }
  const said = { ...place, intent: 'answer', stance: 'agree-on-conditions', 'condition-0': 'Eén register' }
  expect(await send('own', page, said)).toBe(302)
  const roundId = page.split('/').at(-1)!
  const taken = await db
    .selectFrom('position')
    .innerJoin('condition', 'condition.positionId', 'position.id')
    .select(['position.id as seen', 'condition.id as conditionId', 'documentVersionId as fromVersionId'])
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
  return { page, place, ...taken }
}

type Opened = Awaited<ReturnType<typeof open>>
type Fields = (opened: Opened) => Record<string, string>

/** What is asked, who may, and what they are answered; everybody else is refused. */
const operations: [name: string, may: Who[], status: number, fields: Fields][] = [
  ['prepare a position', ['own'], 302, ({ place }) => ({ intent: 'answer', do: 'save', ...place, stance: 'object' })],
  [
    'take a position',
    ['own'],
    302,
    ({ place, seen }) => ({ intent: 'answer', ...place, seen, stance: 'object', reason: 'Toch niet' }),
  ],
  // The text did not change: who may, is told so.
  ['confirm a position', ['own'], 409, ({ place, seen }) => ({ intent: 'reconfirm', ...place, seen, hash: 'x' })],
  [
    'wave changes through',
    ['coordinator'],
    409,
    ({ fromVersionId }) => ({ intent: 'waive', measureId, fromVersionId, hash: 'x', reason: 'Spelling' }),
  ],
  [
    'point at what meets a condition',
    ['own', 'coordinator', 'editor'],
    400,
    ({ conditionId }) => ({ intent: 'link-condition', conditionId, quote: 'Dit staat er niet' }),
  ],
  ['lift a condition', ['own'], 302, ({ conditionId }) => ({ intent: 'meet-condition', conditionId })],
  [
    'set a condition aside',
    ['coordinator'],
    302,
    ({ conditionId }) => ({ intent: 'overrule-condition', conditionId, reason: 'Kan niet' }),
  ],
  ['close a round', ['coordinator'], 302, () => ({ intent: 'close-round' })],
]

describe.each(operations)('%s', (_, may, status, fields) => {
  test(`is for ${may.join(', ')}`, async () => {
    const opened = await open()
    for (const who of everybody.filter(who => !may.includes(who))) {
      expect([who, await send(who, opened.page, fields(opened))]).toEqual([who, refused(who)])
    }
    for (const who of may) expect([who, await send(who, opened.page, fields(opened))]).toEqual([who, status])
  })
})

test('to open a round is for the coordinator, and so is the page to do it on', async () => {
  for (const who of everybody.filter(who => who !== 'coordinator')) {
    expect([who, await send(who, '/position-rounds/new', asking())]).toEqual([who, refused(who)])
    expect([who, await send(who, '/position-rounds/new')]).toEqual([who, refused(who)])
  }
  expect(await send('coordinator', '/position-rounds/new')).toBe(200)
})

test('to take back that a condition is met is for who raised it, that it is set aside for the coordinator', async () => {
  const { page, conditionId } = await open()
  const reopen = { intent: 'reopen-condition', conditionId }
  expect(await send('own', page, { intent: 'meet-condition', conditionId })).toBe(302)
  for (const who of ['coordinator', 'other', 'editor', 'former', 'ended'] as const) {
    expect([who, await send(who, page, reopen)]).toEqual([who, 403])
  }
  expect(await send('own', page, reopen)).toBe(302)
  expect(await send('coordinator', page, { intent: 'overrule-condition', conditionId, reason: 'Nee' })).toBe(302)
  for (const who of ['own', 'other', 'editor', 'former', 'ended'] as const) {
    expect([who, await send(who, page, reopen)]).toEqual([who, 403])
  }
  expect(await send('coordinator', page, reopen)).toBe(302)
})

test('what a body prepares stands on its own screens, and in no file and on no screen of anybody else', async () => {
  const { page, place } = await open()
  const secret = 'Dit weet alleen wie voor ons spreekt'
  const draft = { intent: 'answer', do: 'save', ...place, stance: 'object', reason: secret }
  expect(await send('own', page, draft)).toBe(302)
  const paths = [page, `${page}/positions.csv`, `/measures/${measureId}`, '/', '/position-rounds']
  const told = async (who: Who) => {
    const pages = await Promise.all(paths.map(async path => (await ask(who, path)).text()))
    return pages.some(text => text.includes(secret))
  }
  expect(await told('own')).toBe(true)
  for (const who of everybody.filter(who => who !== 'own')) expect([who, await told(who)]).toEqual([who, false])
})
