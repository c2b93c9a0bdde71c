import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePassword } from '#server/auth/change-password'
import { changeProfile } from '#server/auth/change-profile'
import { hashPassword } from '#server/auth/password'
import { createSessions } from '#server/auth/sessions'
import { setLocale, setTheme } from '#server/auth/set-preferences'
import { signIn } from '#server/auth/sign-in'
import { asDomainError } from '#server/errors'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createMandate, createPerson } from '#test/support/fixtures'

const password = 'een lang wachtwoord'
const address = '192.0.2.1'
let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

async function member() {
  const person = await createPerson(test.db, { passwordHash: await hashPassword(password) })
  await createMandate(test.db, { personId: person.id })
  return actorFor(test.db, person.id)
}
const profile = (actor: Awaited<ReturnType<typeof member>>, input: { name: string; email: string }) =>
  test.db.transaction().execute(trx => changeProfile(trx, actor, input))
const verbsOf = async (personId: string) =>
  (await test.db.selectFrom('activity').select('verb').where('personId', '=', personId).orderBy('id').execute()).map(
    row => row.verb,
  )

describe('changeProfile', () => {
  it('changes name and address, and tells the audit trail without the addresses', async () => {
    const actor = await member()
    await profile(actor, { name: 'Nieuwe naam', email: 'new@test.example' })
    expect(await actorFor(test.db, actor.personId)).toMatchObject({ name: 'Nieuwe naam', email: 'new@test.example' })
    expect(await verbsOf(actor.personId)).toEqual(['person.renamed', 'person.email-changed'])
    const trail = await test.db.selectFrom('activity').selectAll().where('personId', '=', actor.personId).execute()
    expect(JSON.stringify(trail)).not.toContain('@test.example')
  })

  it('leaves no trace when nothing changed', async () => {
    const actor = await member()
    await profile(actor, { name: actor.name, email: actor.email })
    expect(await verbsOf(actor.personId)).toEqual([])
  })

  it("refuses somebody else's address, in any capitals, and changes nothing", async () => {
    const [actor, other] = [await member(), await member()]
    const error = await profile(actor, { name: 'Nieuw', email: other.email.toUpperCase() }).catch(asDomainError)
    expect(error).toMatchObject({ code: 'conflict', reason: 'email-taken', field: 'email' })
    expect((await actorFor(test.db, actor.personId)).name).toBe(actor.name)
  })
})

describe('changePassword', () => {
  const change = (actor: Awaited<ReturnType<typeof member>>, currentPassword: string) =>
    changePassword(test.db, actor, { currentPassword, newPassword: 'een heel ander wachtwoord', address })

  it('lets the new one in, the old one no more, and ends the other sessions', async () => {
    const sessions = createSessions(test.db, { secure: false })
    const actor = await member()
    const [here, there] = [await sessions.create(actor.personId), await sessions.create(actor.personId)]
    const sessionId = (await sessions.read(here.cookie))?.sessionId ?? ''

    await change({ ...actor, sessionId }, password)

    expect(await signIn(test.db, { email: actor.email, password: 'een heel ander wachtwoord', address })).toEqual({
      personId: actor.personId,
    })
    const old = await signIn(test.db, { email: actor.email, password, address }).catch(asDomainError)
    expect(old).toMatchObject({ reason: 'wrong-credentials' })
    expect((await sessions.read(here.cookie))?.personId).toBe(actor.personId)
    expect(await sessions.read(there.cookie)).toBeNull()
    expect(await verbsOf(actor.personId)).toEqual(['person.password-changed'])
  })

  it('refuses without the current one, and counts the guesses', async () => {
    const actor = await member()
    for (let turn = 0; turn < 10; turn++) {
      expect(await change(actor, 'een gok').catch(asDomainError)).toMatchObject({ reason: 'wrong-password' })
    }
    expect(await change(actor, password).catch(asDomainError)).toMatchObject({ reason: 'too-many-attempts' })
    expect(await verbsOf(actor.personId)).toEqual([])
  })
})

describe('preferences', () => {
  it('are remembered, and follow the device again when asked', async () => {
    const actor = await member()
    await setLocale(test.db, actor, 'en')
    await setTheme(test.db, actor, 'dark')
    expect(await actorFor(test.db, actor.personId)).toMatchObject({ locale: 'en', theme: 'dark' })
    await setTheme(test.db, actor, 'system')
    expect((await actorFor(test.db, actor.personId)).theme).toBeNull()
  })
})
