import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { endResponsibility } from '#server/measures/end-responsibility'
import { handBackResponsibility } from '#server/measures/hand-back-responsibility'
import { proposeResponsibility } from '#server/measures/propose-responsibility'
import type { ProposeResponsibilityInput } from '#server/measures/responsibility.shared'
import { listResponsibilities, responsibilitiesToAnswer } from '#server/measures/responsibility-queries'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createBody, createMandate } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team
let measureId: string

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  measureId = await addMeasure(database.db, team)
})

const propose = (actor: Actor, input: Omit<ProposeResponsibilityInput, 'measureId'>) =>
  database.db.transaction().execute(trx => proposeResponsibility(trx, actor, { measureId, ...input }))
const accept = (actor: Actor, responsibilityId: string) =>
  database.db.transaction().execute(trx => acceptResponsibility(trx, actor, { responsibilityId }))
const handBack = (actor: Actor, responsibilityId: string, reason = 'Not ours to do') =>
  database.db.transaction().execute(trx => handBackResponsibility(trx, actor, { responsibilityId, reason }))
const end = (actor: Actor, responsibilityId: string, reason?: string) =>
  database.db.transaction().execute(trx => endResponsibility(trx, actor, { responsibilityId, reason }))
const states = async () =>
  (await listResponsibilities(database.db, measureId)).map(row => [row.bodyCode, row.role, row.state])

describe('a proposal', () => {
  test('is made by editors and coordinators, and by nobody else', async () => {
    await propose(team.editor, { bodyId: team.sport.id, role: 'consulted' })
    await propose(team.coordinator, { bodyId: team.youth.id, role: 'consulted' })
    const input = { bodyId: team.sport.id, role: 'informed' } as const
    expect(await refusal(propose(team.forSport, input))).toBe('forbidden')
    expect(await refusal(propose(team.observer, input))).toBe('forbidden')
    expect(await refusal(propose(team.stranger, input))).toBe('not-found')
    expect(await states()).toHaveLength(2)
  })

  test('is made once', async () => {
    await propose(team.editor, { bodyId: team.sport.id, role: 'co-lead' })
    expect(await refusal(propose(team.editor, { bodyId: team.sport.id, role: 'co-lead' }))).toBe(
      'conflict/already-asked/bodyId',
    )
  })

  test('to lead waits until the accepted lead has ended', async () => {
    const id = await propose(team.editor, { bodyId: team.sport.id, role: 'lead' })
    await propose(team.editor, { bodyId: team.youth.id, role: 'lead' })
    await accept(team.forSport, id)
    const other = await createBody(database.db)
    expect(await refusal(propose(team.editor, { bodyId: other.id, role: 'lead' }))).toBe('conflict/lead-taken/role')
    await end(team.coordinator, id)
    await propose(team.editor, { bodyId: other.id, role: 'lead' })
  })

  test('names a person only of the body that is asked, under a mandate that holds', async () => {
    const bodyId = team.youth.id
    const former = await createMandate(database.db, { groupId: team.group.id, bodyId, endsOn: '2021-01-01' })
    const asked = { bodyId, role: 'informed' } as const
    expect(await refusal(propose(team.editor, { ...asked, personId: team.forSport.personId }))).toBe(
      'invalid/person-without-mandate/personId',
    )
    expect(await refusal(propose(team.editor, { ...asked, personId: former.personId }))).toBe(
      'invalid/person-without-mandate/personId',
    )
    await propose(team.editor, { ...asked, personId: team.forYouth.personId })
    const [row] = await listResponsibilities(database.db, measureId)
    expect(row).toMatchObject({ personName: team.forYouth.name, proposedByCode: team.editor.mandate.bodyCode })
  })

  test('of an unknown body is refused', async () => {
    expect(await refusal(propose(team.editor, { bodyId: measureId, role: 'lead' }))).toBe(
      'invalid/unknown-choice/bodyId',
    )
  })
})

describe('an answer', () => {
  test('is given by who speaks for the body, under the mandate for that body', async () => {
    const id = await ask(database.db, team, measureId, team.sport.id)
    expect(await refusal(accept(team.forYouth, id))).toBe('forbidden')
    expect(await refusal(accept(team.editor, id))).toBe('forbidden')
    expect(await refusal(accept(team.observer, id))).toBe('forbidden')
    expect(await refusal(accept(team.coordinator, id))).toBe('forbidden')
    expect(await refusal(accept(team.stranger, id))).toBe('not-found')

    const second = await createMandate(database.db, {
      personId: team.forYouth.personId,
      groupId: team.group.id,
      bodyId: team.sport.id,
      role: 'representative',
    })
    await accept(await actorFor(database.db, team.forYouth.personId), id)
    const answer = await database.db
      .selectFrom('responsibilityAnswer')
      .select(['answer', 'mandateId'])
      .where('responsibilityId', '=', id)
      .executeTakeFirst()
    expect(answer).toEqual({ answer: 'accepted', mandateId: second.id })
    await database.db.updateTable('mandate').set({ endsOn: '2021-01-01' }).where('id', '=', second.id).execute()
  })

  test('is refused once the mandate for the body has ended', async () => {
    const id = await ask(database.db, team, measureId, team.sport.id)
    const { personId } = await createMandate(database.db, {
      groupId: team.group.id,
      bodyId: team.sport.id,
      role: 'representative',
      endsOn: '2021-01-01',
    })
    await createMandate(database.db, { personId, groupId: team.group.id, role: 'observer' })
    const former = await actorFor(database.db, personId)
    expect(await refusal(accept(former, id))).toBe('forbidden')
    expect(await refusal(handBack(former, id))).toBe('forbidden')
    expect(await responsibilitiesToAnswer(database.db, former)).toEqual([])
  })

  test('is given once', async () => {
    const id = await ask(database.db, team, measureId, team.sport.id)
    await handBack(team.forSport, id)
    expect(await refusal(accept(team.forSport, id))).toBe('conflict/already-answered')
    expect(await refusal(handBack(team.forSport, id))).toBe('conflict/already-answered')
    expect(await refusal(end(team.coordinator, id))).toBe('conflict/already-answered')
  })

  test('shows with its reason, and leaves room to ask again', async () => {
    const id = await ask(database.db, team, measureId, team.sport.id)
    await accept(team.forSport, id)
    await handBack(team.forSport, id, 'The minister gave it to another department')
    await ask(database.db, team, measureId, team.sport.id)
    const rows = await listResponsibilities(database.db, measureId)
    expect(rows.map(row => [row.state, row.answerReason, row.answeredByCode])).toEqual([
      ['proposed', null, null],
      ['handed-back', 'The minister gave it to another department', team.sport.code],
    ])
  })
})

describe('one accepted lead', () => {
  test('of two who accept at the same moment, one succeeds', async () => {
    const ids = [
      await ask(database.db, team, measureId, team.sport.id),
      await ask(database.db, team, measureId, team.youth.id),
    ] as const
    const outcomes = await Promise.all([refusal(accept(team.forSport, ids[0])), refusal(accept(team.forYouth, ids[1]))])
    expect(outcomes.sort()).toEqual(['conflict/lead-taken', 'nothing was refused'])
    expect((await states()).map(([, , state]) => state)).toEqual(['accepted', 'proposed'])
  })

  test('one question accepted twice at the same moment is answered once', async () => {
    const id = await ask(database.db, team, measureId, team.sport.id)
    const outcomes = await Promise.all([refusal(accept(team.forSport, id)), refusal(accept(team.forSport, id))])
    expect(outcomes.sort()).toEqual(['conflict/already-answered', 'nothing was refused'])
  })
})

describe('an end', () => {
  test('of an open question is an editor’s', async () => {
    const id = await ask(database.db, team, measureId, team.sport.id)
    expect(await refusal(end(team.forSport, id, 'No'))).toBe('forbidden')
    expect(await refusal(end(team.observer, id, 'No'))).toBe('forbidden')
    await end(team.editor, id)
    expect(await states()).toEqual([[team.sport.code, 'lead', 'ended']])
  })

  test('of what was accepted is the coordinator’s, or the body’s own with a reason', async () => {
    const lead = await ask(database.db, team, measureId, team.sport.id)
    const agree = await ask(database.db, team, measureId, team.youth.id, 'must-agree')
    await accept(team.forSport, lead)
    await accept(team.forYouth, agree)
    expect(await refusal(end(team.editor, lead, 'No'))).toBe('forbidden')
    expect(await refusal(end(team.forYouth, lead, 'No'))).toBe('forbidden')
    expect(await refusal(end(team.forSport, lead))).toBe('invalid/required/reason')
    await end(team.forSport, lead, 'Done')
    await end(team.coordinator, agree)
    expect((await states()).map(([, , state]) => state)).toEqual(['ended', 'ended'])
  })
})

test('everything is on the record, for the page of the measure, the lists and home', async () => {
  const id = await ask(database.db, team, measureId, team.sport.id)
  await handBack(team.forSport, id)
  const activities = await database.db
    .selectFrom('activity')
    .select(['verb', 'mandateId', 'topics', 'after'])
    .where('subjectId', '=', measureId)
    .where('verb', 'like', 'responsibility.%')
    .orderBy('id')
    .execute()
  const topics = [`measure:${measureId}`, 'measures', `group:${team.group.id}`]
  expect(activities).toMatchObject([
    { verb: 'responsibility.proposed', mandateId: team.editor.mandate.id, topics },
    {
      verb: 'responsibility.handed-back',
      mandateId: team.forSport.mandate.id,
      topics,
      after: { bodyId: team.sport.id, role: 'lead', reason: 'Not ours to do' },
    },
  ])
})

test('what is asked of a body waits for whoever speaks for it, the oldest first', async () => {
  const later = await addMeasure(database.db, team, { title: 'Another measure' })
  await ask(database.db, team, measureId, team.youth.id, 'must-agree')
  await ask(database.db, team, later, team.youth.id)
  const found = (await responsibilitiesToAnswer(database.db, team.forYouth)).filter(row =>
    [measureId, later].includes(row.measureId),
  )
  expect(found.map(row => [row.measureTitle, row.role, row.proposedByCode])).toEqual([
    ['A measure', 'must-agree', team.editor.mandate.bodyCode],
    ['Another measure', 'lead', team.editor.mandate.bodyCode],
  ])
  expect(await responsibilitiesToAnswer(database.db, team.observer)).toEqual([])
  expect(await responsibilitiesToAnswer(database.db, team.editor)).toEqual([])
})
