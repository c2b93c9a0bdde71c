import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '#server/auth/password'
import { signIn } from '#server/auth/sign-in'
import { asDomainError } from '#server/errors'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPerson } from '#test/support/fixtures'

const password = 'een lang wachtwoord'
let test: TestDatabase
let passwordHash: string
beforeAll(async () => {
  test = await createTestDatabase()
  passwordHash = await hashPassword(password)
})
afterAll(() => test.drop())
afterEach(() => test.db.deleteFrom('signInAttempt').execute())

/** @returns the person's id, or the reason of the refusal */
async function attempt(email: string, given = password, address = '192.0.2.1') {
  try {
    return (await signIn(test.db, { email, password: given, address })).personId
  } catch (error) {
    return asDomainError(error)?.reason
  }
}

/** Failures that happened a while ago, without the work of making them. */
async function failed(key: string, count: number, minutesAgo: number) {
  const attemptedAt = sql<Date>`now() - make_interval(mins => ${minutesAgo}::integer)`
  await test.db
    .insertInto('signInAttempt')
    .values(Array.from({ length: count }, () => ({ key, attemptedAt })))
    .execute()
}

const attempts = () => test.db.selectFrom('signInAttempt').selectAll().execute()

describe('signIn', () => {
  it('knows a person by address and password, whatever the capitals of the address', async () => {
    const person = await createPerson(test.db, { email: 'Els@Overleg.example', passwordHash })
    expect(await attempt('Els@Overleg.example')).toBe(person.id)
    expect(await attempt(' els@overleg.EXAMPLE ')).toBe(person.id)
  })

  it('refuses a wrong password, an unknown account, one without a password and a disabled one with the same words', async () => {
    const known = await createPerson(test.db, { passwordHash })
    const invited = await createPerson(test.db)
    const disabled = await createPerson(test.db, { passwordHash, disabledAt: new Date() })
    expect(await attempt(known.email, 'iets anders')).toBe('wrong-credentials')
    expect(await attempt('nobody@test.example')).toBe('wrong-credentials')
    expect(await attempt(invited.email)).toBe('wrong-credentials')
    expect(await attempt(disabled.email)).toBe('wrong-credentials')
  })

  it('keeps neither the password nor the address that was typed', async () => {
    await attempt('typed-my-password-here', 'wrong')
    const kept = JSON.stringify(await attempts())
    expect(kept).toContain('192.0.2.1')
    expect(kept).not.toContain('typed-my-password-here')
  })
})

describe('throttling', () => {
  it('lets an account fail ten times, then refuses the right password too, from any address', async () => {
    const person = await createPerson(test.db, { passwordHash })
    for (let turn = 0; turn < 10; turn++) expect(await attempt(person.email, 'wrong')).toBe('wrong-credentials')
    expect(await attempt(person.email)).toBe('too-many-attempts')
    expect(await attempt(person.email.toUpperCase(), password, '198.51.100.7')).toBe('too-many-attempts')
  })

  it('treats an account that does not exist alike', async () => {
    for (let turn = 0; turn < 10; turn++) await attempt('nobody@test.example')
    expect(await attempt('nobody@test.example')).toBe('too-many-attempts')
  })

  it('leaves other accounts alone', async () => {
    const person = await createPerson(test.db, { passwordHash })
    for (let turn = 0; turn < 10; turn++) await attempt('nobody@test.example')
    expect(await attempt(person.email)).toBe(person.id)
  })

  it('starts anew after a success', async () => {
    const person = await createPerson(test.db, { passwordHash })
    for (let turn = 0; turn < 9; turn++) await attempt(person.email, 'wrong')
    expect(await attempt(person.email)).toBe(person.id)
    expect(await attempt(person.email, 'wrong')).toBe('wrong-credentials')
    expect(await attempt(person.email)).toBe(person.id)
  })

  it('lets an address fail fifty times, whatever the account, and lets others in from elsewhere', async () => {
    const person = await createPerson(test.db, { passwordHash })
    await failed('address:192.0.2.1', 49, 5)
    expect(await attempt('first@test.example', 'wrong')).toBe('wrong-credentials')
    expect(await attempt('second@test.example', 'wrong')).toBe('too-many-attempts')
    expect(await attempt(person.email)).toBe('too-many-attempts')
    expect(await attempt(person.email, password, '198.51.100.7')).toBe(person.id)
  })

  it('does not charge an address for successes: an office behind one address may be large', async () => {
    const person = await createPerson(test.db, { passwordHash })
    await failed('address:192.0.2.1', 49, 5)
    for (let turn = 0; turn < 3; turn++) expect(await attempt(person.email)).toBe(person.id)
  })

  it('forgets after a quarter of an hour, and does not keep what it forgot', async () => {
    const person = await createPerson(test.db, { passwordHash })
    await failed('address:192.0.2.1', 60, 16)
    expect(await attempt(person.email)).toBe(person.id)
    expect(await attempts()).toEqual([])
  })

  it('does not prolong the wait by trying during it', async () => {
    const person = await createPerson(test.db, { passwordHash })
    for (let turn = 0; turn < 10; turn++) await attempt(person.email, 'wrong')
    const before = await attempts()
    await attempt(person.email, 'wrong')
    expect(await attempts()).toEqual(before)
  })

  it('judges no more than ten of many guesses at once', async () => {
    const person = await createPerson(test.db, { passwordHash })
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(person.email, 'wrong')))
    const judged = answers.filter(answer => answer === 'wrong-credentials').length
    expect(judged).toBeLessThanOrEqual(10)
    expect(answers.filter(answer => answer === 'too-many-attempts')).toHaveLength(30 - judged)
  })
})
