import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSessions, needsSecureCookie, type Sessions } from '#server/auth/sessions'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPerson } from '#test/support/fixtures'

let test: TestDatabase
let sessions: Sessions
beforeAll(async () => {
  test = await createTestDatabase()
  sessions = createSessions(test.db, { secure: false })
})
afterAll(() => test.drop())
afterEach(() => vi.useRealTimers())

const day = 86_400_000
const inDays = (days: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * day })

/** What the browser sends back of a `Set-Cookie` header. */
const sent = (setCookie: string) => setCookie.split(';')[0]

async function signedIn() {
  const person = await createPerson(test.db)
  const { cookie } = await sessions.create(person.id)
  return { personId: person.id, cookie, header: sent(cookie) }
}

const rowsOf = (personId: string) => test.db.selectFrom('session').selectAll().where('userId', '=', personId).execute()

describe('a session', () => {
  it('is found again by its cookie, between other cookies', async () => {
    const { personId, header } = await signedIn()
    const session = await sessions.read(`locale=nl; ${header}; other=1`)
    expect(session).toMatchObject({ personId, fresh: false })
    expect(session?.cookie).toBeUndefined()
    expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * day)
  })

  it('is kept as a hash: what the cookie carries is nowhere in the table', async () => {
    const { personId, header } = await signedIn()
    const secret = header?.split('=')[1] ?? ''
    const rows = await rowsOf(personId)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect((await sessions.read(header))?.sessionId).toBe(rows[0]?.id)
  })

  it('is not opened by the hash that is stored', async () => {
    const { personId } = await signedIn()
    const [row] = await rowsOf(personId)
    expect(await sessions.read(`samenspraak_session=${row?.id}`)).toBeNull()
  })

  it('has a cookie that no script reads and no other site sends', async () => {
    const { cookie, personId } = await signedIn()
    expect(cookie).toMatch(/^samenspraak_session=/)
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Secure')
    const overHttps = await createSessions(test.db, { secure: true }).create(personId)
    expect(overHttps.cookie).toContain('Secure')
  })

  it('is nobody for a visitor, an unknown or a broken cookie', async () => {
    expect(await sessions.read(undefined)).toBeNull()
    expect(await sessions.read('')).toBeNull()
    expect(await sessions.read('samenspraak_session=unknown')).toBeNull()
    expect(await sessions.read('samenspraak_session=%E0%A4%A; ;=')).toBeNull()
  })

  it('is left as it is in its first half, and renewed with a new cookie in its second', async () => {
    const { personId, header } = await signedIn()
    inDays(14)
    expect((await sessions.read(header))?.fresh).toBe(false)
    inDays(2)
    const renewed = await sessions.read(header)
    expect(renewed?.fresh).toBe(true)
    expect(sent(renewed?.cookie ?? '')).toBe(header)
    expect(renewed?.cookie).toMatch(/Max-Age=\d+|Expires=/)
    const [row] = await rowsOf(personId)
    expect(row?.expiresAt.getTime()).toBe(renewed?.expiresAt.getTime())
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * day)
  })

  it('is over after thirty days without a visit, and forgotten', async () => {
    const { personId, header } = await signedIn()
    inDays(31)
    expect(await sessions.read(header)).toBeNull()
    expect(await rowsOf(personId)).toEqual([])
  })

  it('is cleared away with others that are over when somebody signs in', async () => {
    const { personId } = await signedIn()
    inDays(31)
    await signedIn()
    expect(await rowsOf(personId)).toEqual([])
  })

  it('ends alone when somebody signs out, and the cookie is emptied', async () => {
    const { personId, header } = await signedIn()
    const elsewhere = sent((await sessions.create(personId)).cookie)
    const { cookie } = await sessions.end((await sessions.read(header))?.sessionId ?? '')
    expect(cookie).toContain('samenspraak_session=;')
    expect(cookie).toContain('Max-Age=0')
    expect(await sessions.read(header)).toBeNull()
    expect((await sessions.read(elsewhere))?.personId).toBe(personId)
  })

  it('ends everywhere at once, for that person only', async () => {
    const { personId, header } = await signedIn()
    const elsewhere = sent((await sessions.create(personId)).cookie)
    const other = await signedIn()
    await sessions.endAll(personId)
    expect(await sessions.read(header)).toBeNull()
    expect(await sessions.read(elsewhere)).toBeNull()
    expect((await sessions.read(other.header))?.personId).toBe(other.personId)
  })

  it('ends for somebody who is disabled', async () => {
    const { personId, header } = await signedIn()
    await test.db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', personId).execute()
    expect(await sessions.read(header)).toBeNull()
    expect(await rowsOf(personId)).toEqual([])
  })
})

describe('needsSecureCookie', () => {
  const production = { mode: 'production', publicUrl: undefined, trustProxy: 0 } as const

  it('follows the public address', () => {
    expect(needsSecureCookie({ ...production, publicUrl: 'https://overleg.example' })).toBe(true)
    expect(needsSecureCookie({ ...production, publicUrl: 'http://localhost:3000', trustProxy: 1 })).toBe(false)
  })

  it('supposes https behind a proxy in production, and plain http without one', () => {
    expect(needsSecureCookie({ ...production, trustProxy: 1 })).toBe(true)
    expect(needsSecureCookie(production)).toBe(false)
    expect(needsSecureCookie({ ...production, mode: 'development', trustProxy: 1 })).toBe(false)
  })
})
