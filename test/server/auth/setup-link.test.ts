import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readActor } from '#server/auth/read-actor'
import { redeemSetupLink } from '#server/auth/redeem-setup-link'
import { type SetupInput, setupInput } from '#server/auth/setup.shared'
import { createSetupLink, ensureSetupLink, readSetupState } from '#server/auth/setup-link'
import { signIn } from '#server/auth/sign-in'
import { asDomainError } from '#server/errors'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createBody, createGroup, createPerson, createSector } from '#test/support/fixtures'

let test: TestDatabase
beforeEach(async () => {
  test = await createTestDatabase()
})
afterEach(() => test.drop())

const me = { name: 'Coördinator', email: 'coordinator@overleg.example', password: 'een lang wachtwoord' }

const redeem = (token: string, input: SetupInput) =>
  test.db.transaction().execute(trx => redeemSetupLink(trx, token, input))
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    error => asDomainError(error)?.reason,
  )

describe('a setup link', () => {
  it('makes the first coordinator of the group that was seeded, who can sign in', async () => {
    const group = await createGroup(test.db)
    const body = await createBody(test.db)
    const token = (await ensureSetupLink(test.db)) ?? ''

    const { personId } = await redeem(token, { ...me, bodyId: body.id })

    const actor = await readActor(test.db, { personId, sessionId: 'hash' })
    expect(actor).toMatchObject({ name: me.name, groupId: group.id, mandate: { role: 'coordinator', bodyId: body.id } })
    expect(await signIn(test.db, { ...me, address: '192.0.2.1' })).toEqual({ personId })
    const activity = await test.db.selectFrom('activity').select(['verb', 'personId', 'mandateId']).execute()
    expect(activity).toEqual([{ verb: 'mandate.started', personId, mandateId: actor?.mandate.id }])
  })

  it('makes the group and the body too where there is nothing yet', async () => {
    const sector = await createSector(test.db)
    const token = (await ensureSetupLink(test.db)) ?? ''
    const input: SetupInput = {
      ...me,
      groupName: 'Verticaal overleg Sport',
      bodyName: 'Sport Vlaanderen',
      bodyCode: 'SPORT',
      bodyLevel: 'flemish',
      sectorId: sector.id,
    }

    const { personId } = await redeem(token, setupInput(await readSetupState(test.db, token)).parse(input))

    const actor = await readActor(test.db, { personId, sessionId: 'hash' })
    expect(actor).toMatchObject({
      groupName: 'Verticaal overleg Sport',
      mandate: { bodyCode: 'SPORT', role: 'coordinator' },
    })
  })

  it('works once', async () => {
    await createGroup(test.db)
    const body = await createBody(test.db)
    const token = await createSetupLink(test.db)
    await redeem(token, { ...me, bodyId: body.id })
    const again = redeem(token, { ...me, email: 'second@overleg.example', bodyId: body.id })
    expect(await reasonOf(again)).toBe('setup-link-unknown')
    expect(await reasonOf(readSetupState(test.db, token))).toBe('setup-link-unknown')
  })

  it('serves one of two who hurry, even with two links', async () => {
    await createGroup(test.db)
    const body = await createBody(test.db)
    const tokens = [await createSetupLink(test.db), await createSetupLink(test.db)]
    const answers = await Promise.all(
      tokens.map((token, index) =>
        reasonOf(redeem(token, { ...me, email: `${index}@overleg.example`, bodyId: body.id })),
      ),
    )
    expect(answers.sort()).toEqual(['done', 'setup-link-unknown'])
    expect(await test.db.selectFrom('person').select('id').execute()).toHaveLength(1)
  })

  it('is stored as a hash', async () => {
    const token = await createSetupLink(test.db)
    const rows = await test.db.selectFrom('setupLink').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('is over after seven days', async () => {
    const token = await createSetupLink(test.db)
    const [link] = await test.db.selectFrom('setupLink').selectAll().execute()
    const days = ((link?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThan(7.1)
    await test.db.updateTable('setupLink').set({ expiresAt: sql<Date>`now()` }).execute()
    expect(await reasonOf(readSetupState(test.db, token))).toBe('setup-link-unknown')
  })

  it('is only for a database without people, and replaces the one before', async () => {
    const first = (await ensureSetupLink(test.db)) ?? ''
    const second = (await ensureSetupLink(test.db)) ?? ''
    expect(await reasonOf(readSetupState(test.db, first))).toBe('setup-link-unknown')
    expect(await reasonOf(readSetupState(test.db, second))).toBe('done')

    await createPerson(test.db)
    expect(await ensureSetupLink(test.db)).toBeNull()
    expect(await reasonOf(readSetupState(test.db, second))).toBe('setup-link-unknown')
  })

  it('refuses a body that does not exist, and stays usable', async () => {
    await createGroup(test.db)
    const body = await createBody(test.db)
    const token = await createSetupLink(test.db)
    const elsewhere = '00000000-0000-4000-8000-000000000000'
    expect(await reasonOf(redeem(token, { ...me, bodyId: elsewhere }))).toBe('choose-one')
    expect(await reasonOf(redeem(token, { ...me, bodyId: body.id }))).toBe('done')
  })
})

describe('the form of a setup link', () => {
  const problemsOf = (state: Parameters<typeof setupInput>[0], input: object) =>
    setupInput(state)
      .safeParse({ ...me, ...input })
      .error?.issues.map(issue => issue.path.join('.'))

  it('asks for what is missing, and only for that', () => {
    const bodies = [{ id: '7c1f3b52-4a54-4f7c-8f53-0e5a3b1f2c11', code: 'CJM', name: 'CJM' }]
    const group = { id: 'g', name: 'Overleg' }
    expect(problemsOf({ group, bodies }, { bodyId: bodies[0]?.id })).toBeUndefined()
    expect(problemsOf({ group, bodies }, {})).toEqual(['bodyId'])
    expect(problemsOf({ group: null, bodies: [] }, {})).toEqual([
      'groupName',
      'bodyName',
      'bodyCode',
      'bodyLevel',
      'sectorId',
    ])
  })

  it('wants a password of twelve characters', () => {
    const state = { group: { id: 'g', name: 'Overleg' }, bodies: [] }
    expect(problemsOf(state, { password: 'kort' })).toContain('password')
  })
})
