import type { Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#db/schema/index'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeResponsiblePerson } from '#server/measures/change-responsible-person'
import { endResponsibility } from '#server/measures/end-responsibility'
import { handBackResponsibility } from '#server/measures/hand-back-responsibility'
import { listMeasures } from '#server/measures/measure-list'
import { responsibilityHistory } from '#server/measures/responsibility-history'
import {
  listResponsibilities,
  responsibilitiesToAnswer,
  responsibilitiesWithoutPerson,
} from '#server/measures/responsibility-queries'
import { transferResponsibility } from '#server/measures/transfer-responsibility'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createActor, createBody, createMandate } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team
let measureId: string
/** sport's accepted lead */
let lead: string
/** who spoke for sport until their mandate ended, and now only looks on */
let former: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
  const { personId } = await createMandate(database.db, {
    groupId: team.group.id,
    bodyId: team.sport.id,
    role: 'representative',
    endsOn: '2021-01-01',
  })
  await createMandate(database.db, { personId, groupId: team.group.id, role: 'observer' })
  former = await actorFor(database.db, personId)
})
afterAll(() => database.drop())
beforeEach(async () => {
  measureId = await addMeasure(database.db, team)
  lead = await ask(database.db, team, measureId, team.sport.id)
  await accept(team.forSport, lead)
})

const run = <T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> => database.db.transaction().execute(work)
const accept = (actor: Actor, responsibilityId: string) =>
  run(trx => acceptResponsibility(trx, actor, { responsibilityId }))
const handBack = (actor: Actor, responsibilityId: string) =>
  run(trx => handBackResponsibility(trx, actor, { responsibilityId, reason: 'Not ours to do' }))
const end = (actor: Actor, responsibilityId: string, reason?: string) =>
  run(trx => endResponsibility(trx, actor, { responsibilityId, reason }))
const transfer = (actor: Actor, bodyId = team.youth.id, personId?: string) =>
  run(trx => transferResponsibility(trx, actor, { responsibilityId: lead, bodyId, personId }))
const changePerson = (actor: Actor, personId: string | null, before: string | null = null) =>
  run(trx => changeResponsiblePerson(trx, actor, { responsibilityId: lead, before, personId }))
const states = async () =>
  Object.fromEntries((await listResponsibilities(database.db, measureId)).map(row => [row.bodyCode, row.state]))

const roles = ['coordinator', 'editor', 'forSport', 'forYouth', 'observer', 'former', 'stranger'] as const
const actorOf = (role: (typeof roles)[number]) => (role === 'former' ? former : team[role])

describe('who may', () => {
  const allowed = 'nothing was refused'
  test.each([
    ['coordinator', allowed],
    ['editor', allowed],
    ['forSport', allowed],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['former', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('hand a lead on to another body: %s, %s', async (role, outcome) => {
    expect(await refusal(transfer(actorOf(role)))).toBe(outcome)
  })

  test.each([
    ['coordinator', allowed],
    ['editor', allowed],
    ['forSport', allowed],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['former', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('take that question back: %s, %s', async (role, outcome) => {
    const question = await transfer(team.coordinator)
    expect(await refusal(end(actorOf(role), question))).toBe(outcome)
  })

  test.each([
    ['coordinator', 'forbidden'],
    ['editor', 'forbidden'],
    ['forSport', 'forbidden'],
    ['forYouth', allowed],
    ['observer', 'forbidden'],
    ['former', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('take a lead over: %s, %s', async (role, outcome) => {
    const question = await transfer(team.forSport)
    expect(await refusal(accept(actorOf(role), question))).toBe(outcome)
  })

  test.each([
    ['coordinator', allowed],
    ['editor', 'forbidden'],
    ['forSport', allowed],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['former', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('say which person does it: %s, %s', async (role, outcome) => {
    expect(await refusal(changePerson(actorOf(role), team.forSport.personId))).toBe(outcome)
  })
})

describe('handing on', () => {
  test('leaves the lead where it is until the other body accepts; then it changes hands at once', async () => {
    const question = await transfer(team.forSport)
    expect(await states()).toEqual({ [team.sport.code]: 'accepted', [team.youth.code]: 'proposed' })
    const [asked] = (await responsibilitiesToAnswer(database.db, team.forYouth)).filter(row => row.id === question)
    expect(asked).toMatchObject({ followsBodyCode: team.sport.code, proposedByCode: team.sport.code })

    await accept(team.forYouth, question)
    expect(await states()).toEqual({ [team.sport.code]: 'ended', [team.youth.code]: 'accepted' })
    const trail = await database.db
      .selectFrom('activity')
      .select(['verb', 'before', 'after', 'mandateId'])
      .where('subjectId', '=', measureId)
      .where('verb', 'like', 'responsibility.trans%')
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([
      { verb: 'responsibility.transfer-proposed', mandateId: team.forSport.mandate.id },
      {
        verb: 'responsibility.transferred',
        mandateId: team.forYouth.mandate.id,
        before: { bodyId: team.sport.id },
        after: { bodyId: team.youth.id, role: 'lead', state: 'accepted' },
      },
    ])
  })

  test('that is not taken up leaves all as it was, and room to ask another', async () => {
    await handBack(team.forYouth, await transfer(team.editor))
    expect(await states()).toEqual({ [team.sport.code]: 'accepted', [team.youth.code]: 'handed-back' })
    const other = await createBody(database.db)
    await transfer(team.editor, other.id)
    expect(await refusal(transfer(team.editor))).toBe('conflict/transfer-asked')
  })

  test('goes to another body, of what is carried, and to a person of that body', async () => {
    expect(await refusal(transfer(team.forSport, team.sport.id))).toBe('invalid/same-body/bodyId')
    expect(await refusal(transfer(team.forSport, measureId))).toBe('invalid/unknown-choice/bodyId')
    expect(await refusal(transfer(team.forSport, team.youth.id, team.forSport.personId))).toBe(
      'invalid/person-without-mandate/personId',
    )
    await end(team.coordinator, lead)
    expect(await refusal(transfer(team.forSport))).toBe('conflict/not-accepted')
  })

  test('still works when what it follows was handed back meanwhile', async () => {
    const question = await transfer(team.forSport)
    await handBack(team.forSport, lead)
    await accept(team.forYouth, question)
    expect(await states()).toEqual({ [team.sport.code]: 'handed-back', [team.youth.code]: 'accepted' })
  })

  test('of two at the same moment, one is asked; of two acceptances, one counts', async () => {
    const other = await createBody(database.db)
    const outcomes = await Promise.all([refusal(transfer(team.editor)), refusal(transfer(team.coordinator, other.id))])
    expect(outcomes.sort()).toEqual(['conflict/transfer-asked', 'nothing was refused'])
  })

  test('is held by the database: what is followed ends, is of the same part, and of another body', async () => {
    const { db } = database
    const question = await transfer(team.forSport)
    await expect(
      db.updateTable('responsibility').set({ role: 'co-lead' }).where('id', '=', question).execute(),
    ).rejects.toThrow(/responsibility_follows_same_part/)
    await expect(
      db.updateTable('responsibility').set({ bodyId: team.sport.id }).where('id', '=', question).execute(),
    ).rejects.toThrow()
    const coLead = await ask(db, team, measureId, team.sport.id, 'co-lead')
    await accept(team.forSport, coLead)
    const next = await run(trx =>
      transferResponsibility(trx, team.editor, { responsibilityId: coLead, bodyId: team.youth.id }),
    )
    await expect(
      db.updateTable('responsibility').set({ state: 'accepted' }).where('id', '=', next).execute(),
    ).rejects.toThrow(/has not ended/)
  })
})

describe('the person', () => {
  test('changes at once, and the change stays on record', async () => {
    await changePerson(team.forSport, team.forSport.personId)
    await changePerson(team.coordinator, null, team.forSport.personId)
    const rows = await database.db
      .selectFrom('responsibilityPerson')
      .select(['fromPersonId', 'toPersonId', 'mandateId'])
      .where('responsibilityId', '=', lead)
      .orderBy('changedAt')
      .execute()
    expect(rows).toEqual([
      { fromPersonId: null, toPersonId: team.forSport.personId, mandateId: team.forSport.mandate.id },
      { fromPersonId: team.forSport.personId, toPersonId: null, mandateId: team.coordinator.mandate.id },
    ])
    await expect(database.db.deleteFrom('responsibilityPerson').execute()).rejects.toThrow(/append-only/)
  })

  test('is of the body, and not changed over what somebody else changed', async () => {
    expect(await refusal(changePerson(team.forSport, team.forYouth.personId))).toBe(
      'invalid/person-without-mandate/personId',
    )
    await changePerson(team.forSport, team.observer.personId)
    expect(await refusal(changePerson(team.forSport, team.forSport.personId))).toBe(
      'conflict/changed-meanwhile/personId',
    )
    await handBack(team.forSport, lead)
    expect(await refusal(changePerson(team.forSport, null, team.observer.personId))).toBe('conflict/not-carried')
  })

  test('whose mandate ends leaves it with the body, which sees that nobody does it', async () => {
    const { db } = database
    const leaving = await createActor(db, { groupId: team.group.id, bodyId: team.sport.id, role: 'representative' })
    await changePerson(team.forSport, leaving.personId)
    const shown = async () => (await listResponsibilities(db, measureId))[0]
    const filtered = async () => (await listMeasures(db, team.observer, { noPerson: true })).map(row => row.id)
    const missing = async () =>
      (await responsibilitiesWithoutPerson(db, team.forSport)).filter(row => row.measureId === measureId)
    expect(await shown()).toMatchObject({ personName: leaving.name, isPersonGone: false })
    expect(await filtered()).not.toContain(measureId)
    expect(await missing()).toEqual([])

    await db.updateTable('mandate').set({ endsOn: '2021-01-01' }).where('id', '=', leaving.mandate.id).execute()
    expect(await shown()).toMatchObject({ state: 'accepted', bodyCode: team.sport.code, isPersonGone: true })
    expect(await filtered()).toContain(measureId)
    expect(await missing()).toMatchObject([{ id: lead, personName: leaving.name, role: 'lead' }])
    expect(await responsibilitiesWithoutPerson(db, team.forYouth)).toEqual([])

    await changePerson(team.forSport, team.forSport.personId, leaving.personId)
    expect(await missing()).toEqual([])
  })
})

test('the history tells who led from when to when, who asked, who answered and why', async () => {
  await changePerson(team.forSport, team.forSport.personId)
  const question = await transfer(team.forSport, team.youth.id, team.forYouth.personId)
  await accept(team.forYouth, question)
  await handBack(team.forYouth, question)
  const history = await responsibilityHistory(database.db, measureId)
  expect(
    history.map(({ bodyCode, events }) => [bodyCode, events.map(event => [event.kind, event.byCode, event.reason])]),
  ).toEqual([
    [
      team.sport.code,
      [
        ['proposed', team.editor.mandate.bodyCode, null],
        ['accepted', team.sport.code, null],
        ['person', team.sport.code, null],
        ['ended', team.youth.code, null],
      ],
    ],
    [
      team.youth.code,
      [
        ['proposed', team.sport.code, null],
        ['accepted', team.youth.code, null],
        ['handed-back', team.youth.code, 'Not ours to do'],
      ],
    ],
  ])
  const [sport, youth] = history
  expect(sport!.events[0]!.personName).toBeNull()
  expect(sport!.events[2]!.personName).toBe(team.forSport.name)
  expect(youth).toMatchObject({ followsBodyCode: team.sport.code, wasCarried: true })
  expect(sport!.carriedUntil).toEqual(youth!.carriedFrom)
})

test('what was never accepted was never carried, even when it came with the plan', async () => {
  const { db } = database
  const bodyId = team.youth.id
  const fromPlan = { measureId, bodyId, source: 'The plan' }
  const { id } = await db
    .insertInto('responsibility')
    .values({ ...fromPlan, role: 'co-lead' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('responsibility')
    .values({ ...fromPlan, role: 'consulted', state: 'accepted' })
    .execute()
  await handBack(team.forYouth, id)
  const history = (await responsibilityHistory(db, measureId)).filter(row => row.isFromPlan)
  expect(Object.fromEntries(history.map(row => [row.role, row.wasCarried]))).toEqual({
    'co-lead': false,
    consulted: true,
  })
})
