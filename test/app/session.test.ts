import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireActor, safeRedirect } from '#app/session.server'
import { readActor } from '#server/auth/read-actor'
import { createSessions } from '#server/auth/sessions'
import type { AppContext } from '#server/context'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createMandate, createPerson } from '#test/support/fixtures'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

/** A request for a page, as the web server hands it to a loader; signed in when a person is given. */
async function visit(path: string, personId?: string) {
  const sessions = createSessions(test.db, { secure: false })
  const cookie = personId && (await sessions.create(personId)).cookie
  const readSession = () => sessions.read(cookie)
  const context = {
    readSession,
    readActor: async () => {
      const session = await readSession()
      return session && readActor(test.db, session)
    },
  } as AppContext
  return requireActor({ request: new Request(`http://here.example${path}`), context })
}
const refusal = async (path: string, personId?: string) =>
  (await visit(path, personId).catch(thrown => thrown)) as Response

describe('requireActor', () => {
  it('lets in who has a mandate', async () => {
    const { personId, id } = await createMandate(test.db)
    expect(await visit('/measures', personId)).toMatchObject({ personId, mandate: { id } })
  })

  it('sends a visitor to the sign-in page, and back to where they were going', async () => {
    const response = await refusal('/measures?q=sport&level=local')
    expect(response.status).toBe(302)
    const to = new URL(response.headers.get('Location') ?? '', 'http://here.example').searchParams.get('to')
    expect(safeRedirect(to)).toBe('/measures?q=sport&level=local')
    expect((await refusal('/?index')).headers.get('Location')).toBe('/login')
  })

  it('tells who is signed in without a mandate, instead of asking for a password again', async () => {
    const person = await createPerson(test.db)
    const response = await refusal('/measures', person.id)
    expect(response.status).toBe(403)
    expect(await response.text()).toBe('no-mandate')
  })
})

describe('safeRedirect', () => {
  it('keeps paths of this site, with what follows them', () => {
    expect(safeRedirect('/measures?q=a%20b#text')).toBe('/measures?q=a%20b#text')
  })

  it('goes nowhere else', () => {
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      'measures',
      '',
    ]
    for (const to of elsewhere) expect(safeRedirect(to)).toBe('/')
    expect(safeRedirect(null, '/account')).toBe('/account')
  })
})
