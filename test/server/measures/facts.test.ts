import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeMeasure } from '#server/measures/change-measure'
import { readFactChoices } from '#server/measures/fact-choices'
import { changeMeasureInput, type MeasureChange } from '#server/measures/measure.shared'
import { measuresToReview } from '#server/measures/measures-to-review'
import { readMeasure } from '#server/measures/read-measure'
import { reviewMeasure } from '#server/measures/review-measure'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPlan } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team
let second: string
let third: string

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
  await database.db.updateTable('plan').set({ approvedOn: '2020-01-01' }).where('id', '=', team.plan.id).execute()
  const added = await database.db
    .insertInto('priority')
    .values([2, 3].map(position => ({ planId: team.plan.id, position, title: `Priority ${position}` })))
    .returning('id')
    .execute()
  second = added[0]?.id ?? ''
  third = added[1]?.id ?? ''
  await database.db
    .insertInto('basicFunction')
    .values(
      ['connect', 'anchor'].map((id, index) => ({
        id,
        position: index + 1,
        nameNl: id,
        nameEn: id,
        label: id,
        definition: id,
      })),
    )
    .execute()
})
afterAll(() => database.drop())

const change = (actor: Actor, measureId: string, ...changes: MeasureChange[]) =>
  database.db.transaction().execute(trx => changeMeasure(trx, actor, { measureId, changes }))
const read = (id: string) => readMeasure(database.db, team.observer, id)
const review = (actor: Actor, measureId: string) =>
  database.db.transaction().execute(trx => reviewMeasure(trx, actor, { measureId }))
const partOf = (parent: string, before: string | null = null): MeasureChange => ({
  field: 'parent',
  before,
  value: parent,
})
const lastActivity = (measureId: string) =>
  database.db
    .selectFrom('activity')
    .select(['verb', 'before', 'after', 'mandateId'])
    .where('subjectId', '=', measureId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

describe('the facts of a measure', () => {
  test('are kept and read, each on the record with what was and what is', async () => {
    const id = await addMeasure(database.db, team, { kind: 'request', level: 'federal' })
    await change(
      team.editor,
      id,
      { field: 'startsOn', before: null, value: '2026-03' },
      { field: 'endsOn', before: null, value: '2026' },
      { field: 'targetGroups', before: [], value: ['Jongeren', 'Senioren'] },
      { field: 'basicFunctions', before: [], value: ['anchor', 'connect'] },
      { field: 'priorities', before: [], value: [second, third].sort() },
      { field: 'source', before: null, value: 'Visienota' },
    )
    expect(await read(id)).toMatchObject({
      startsOn: '2026-03',
      endsOn: '2026',
      targetGroups: ['Jongeren', 'Senioren'],
      basicFunctions: [{ id: 'connect' }, { id: 'anchor' }],
      otherPriorities: [
        { id: second, position: 2 },
        { id: third, position: 3 },
      ],
      source: 'Visienota',
      requestState: 'to-ask',
    })
    expect(await lastActivity(id)).toMatchObject({
      verb: 'measure.changed',
      before: { startsOn: null, targetGroups: [], priorities: [] },
      after: { startsOn: '2026-03', targetGroups: ['Jongeren', 'Senioren'], priorities: [second, third].sort() },
    })
  })

  test('that several hold are not silently overwritten either', async () => {
    const id = await addMeasure(database.db, team)
    await change(team.coordinator, id, { field: 'targetGroups', before: [], value: ['Jongeren'] })
    expect(await refusal(change(team.editor, id, { field: 'targetGroups', before: [], value: ['Senioren'] }))).toBe(
      'conflict/changed-meanwhile/targetGroups',
    )
    expect((await read(id)).targetGroups).toEqual(['Jongeren'])
  })

  test.each(['forSport', 'forYouth', 'observer', 'stranger'] as const)('are not changed by %s', async who => {
    const id = await addMeasure(database.db, team)
    const outcome = refusal(change(team[who], id, { field: 'answer', before: null, value: 'Ja' }))
    expect(await outcome).toBe(who === 'stranger' ? 'not-found' : 'forbidden')
  })

  test('name only what there is', async () => {
    const id = await addMeasure(database.db, team)
    const foreign = await createPlan(database.db, { groupId: team.group.id })
    expect(
      await refusal(change(team.editor, id, { field: 'priorities', before: [], value: [foreign.priorityId] })),
    ).toBe('invalid/unknown-choice/priorities')
    expect(await refusal(change(team.editor, id, { field: 'basicFunctions', before: [], value: ['nothing'] }))).toBe(
      'invalid/unknown-choice/basicFunctions',
    )
    expect(await refusal(change(team.editor, id, { field: 'askedBody', before: null, value: id }))).toBe(
      'invalid/unknown-choice/askedBody',
    )
  })

  test('end after they start, as far as both are known', async () => {
    const id = await addMeasure(database.db, team)
    await change(team.editor, id, { field: 'startsOn', before: null, value: '2026-05-03' })
    const endsOn = (value: string) => change(team.editor, id, { field: 'endsOn', before: null, value })
    expect(await refusal(endsOn('2026-04'))).toBe('invalid/ends-before-start/endsOn')
    await endsOn('2026-05')
  })

  test('keep one main priority: whatever becomes it is among the others no more', async () => {
    const id = await addMeasure(database.db, team)
    await change(team.editor, id, { field: 'priorities', before: [], value: [second, team.plan.priorityId].sort() })
    expect((await read(id)).otherPriorities.map(priority => priority.id)).toEqual([second])
    await change(team.editor, id, { field: 'priority', before: team.plan.priorityId, value: second })
    expect(await read(id)).toMatchObject({ priorityId: second, otherPriorities: [] })
    expect(await lastActivity(id)).toMatchObject({
      before: { priority: team.plan.priorityId, priorities: [second] },
      after: { priority: second, priorities: [] },
    })
  })
})

describe('a request', () => {
  test('is to ask, then asked of a body or somebody, then answered', async () => {
    const id = await addMeasure(database.db, team, { kind: 'request', level: 'federal' })
    await change(
      team.editor,
      id,
      { field: 'askedBody', before: null, value: team.sport.id },
      { field: 'askedName', before: null, value: 'de minister van Werk' },
      { field: 'askedOn', before: null, value: '2026-02-01' },
    )
    expect(await read(id)).toMatchObject({ requestState: 'asked', askedBody: { code: team.sport.code } })
    await change(
      team.editor,
      id,
      { field: 'answer', before: null, value: 'Ja, vanaf 2027.' },
      { field: 'answeredOn', before: null, value: '2026-03' },
    )
    expect(await read(id)).toMatchObject({ requestState: 'answered', answer: 'Ja, vanaf 2027.' })
    await change(team.editor, id, { field: 'kind', before: 'request', value: 'measure' })
    expect((await read(id)).requestState).toBeNull()
  })
})

describe('a part of a measure', () => {
  test('knows what it is part of, up to the highest, and is listed there', async () => {
    const top = await addMeasure(database.db, team, { title: 'Top' })
    const middle = await addMeasure(database.db, team, { title: 'Middle', parentId: top })
    const low = await addMeasure(database.db, team, { title: 'Low' })
    await change(team.editor, low, partOf(middle))
    const asked = await ask(database.db, team, low, team.sport.id)
    await database.db
      .transaction()
      .execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId: asked }))
    expect((await read(low)).ancestors.map(measure => measure.title)).toEqual(['Top', 'Middle'])
    expect((await read(middle)).subMeasures).toMatchObject([{ id: low, title: 'Low', lead: { code: team.sport.code } }])
    const { parents } = await readFactChoices(database.db, team.editor, top)
    expect(parents.map(measure => measure.id)).not.toEqual(expect.arrayContaining([low]))
    expect(parents.map(measure => measure.title)).not.toContain('Middle')
  })

  test('is never part of itself, however long the way around', async () => {
    const one = await addMeasure(database.db, team)
    const two = await addMeasure(database.db, team, { parentId: one })
    const three = await addMeasure(database.db, team, { parentId: two })
    expect(await refusal(change(team.editor, one, partOf(one)))).toBe('invalid/own-part/parent')
    expect(await refusal(change(team.editor, one, partOf(three)))).toBe('invalid/own-part/parent')
    const direct = database.db.updateTable('measure').set({ parentId: three }).where('id', '=', one).execute()
    await expect(direct).rejects.toThrow('not part of itself')
  })

  test('of two who make a circle together at the same moment, one is refused', async () => {
    const one = await addMeasure(database.db, team)
    const other = await addMeasure(database.db, team)
    const outcomes = await Promise.all([
      refusal(change(team.editor, one, partOf(other))),
      refusal(change(team.coordinator, other, partOf(one))),
    ])
    expect(outcomes.sort()).toEqual(['invalid/own-part/parent', 'nothing was refused'])
  })

  test('is part of a measure of its own plan only', async () => {
    const foreign = await createPlan(database.db, { groupId: team.group.id })
    const elsewhere = await addMeasure(database.db, { ...team, plan: foreign }, { priorityId: foreign.priorityId })
    const id = await addMeasure(database.db, team)
    expect(await refusal(change(team.editor, id, partOf(elsewhere)))).toBe('invalid/unknown-choice/parent')
  })
})

describe('looking through', () => {
  test.each([
    ['coordinator', 'nothing was refused'],
    ['editor', 'nothing was refused'],
    ['forSport', 'nothing was refused'],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('is for editors and the accepted lead: %s', async (who, outcome) => {
    const id = await addMeasure(database.db, team)
    const asked = await ask(database.db, team, id, team.sport.id)
    await ask(database.db, team, id, team.youth.id, 'co-lead')
    expect(await refusal(review(team.forSport, id))).toBe('forbidden')
    await database.db
      .transaction()
      .execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId: asked }))
    expect(await refusal(review(team[who], id))).toBe(outcome)
  })

  test('says by whom and when, and is due again in half a year; what is done is not', async () => {
    const id = await addMeasure(database.db, team)
    const due = await review(team.coordinator, id)
    const measure = await read(id)
    expect(measure).toMatchObject({ reviewedByCode: team.coordinator.mandate.bodyCode, reviewDueOn: due })
    expect(due && measure.reviewedOn && due > measure.reviewedOn).toBe(true)
    expect(await lastActivity(id)).toMatchObject({
      verb: 'measure.reviewed',
      before: { reviewedOn: null, reviewDueOn: null },
      after: { reviewedOn: measure.reviewedOn, reviewDueOn: due },
    })
    await change(team.editor, id, { field: 'status', before: 'unknown', value: 'done' })
    expect(await review(team.coordinator, id)).toBeNull()
  })

  test('is asked of the coordinator and of the lead once it is past', async () => {
    const id = await addMeasure(database.db, team, { title: 'Long ago' })
    const asked = await ask(database.db, team, id, team.youth.id)
    const titles = async (actor: Actor) => (await measuresToReview(database.db, actor)).map(measure => measure.title)
    await change(team.editor, id, { field: 'reviewDueOn', before: null, value: '2020-01-01' })
    expect(await titles(team.coordinator)).toEqual(['Long ago'])
    expect(await titles(team.forYouth)).toEqual([])
    await database.db
      .transaction()
      .execute(trx => acceptResponsibility(trx, team.forYouth, { responsibilityId: asked }))
    expect(await titles(team.forYouth)).toEqual(['Long ago'])
    expect(await titles(team.forSport)).toEqual([])
    expect(await titles(team.stranger)).toEqual([])
    await review(team.forYouth, id)
    expect(await titles(team.coordinator)).toEqual([])
  })
})

describe('what a form sends', () => {
  const parse = (field: string, value: unknown, before: unknown = '') => {
    const { data, error } = changeMeasureInput.safeParse({
      measureId: crypto.randomUUID(),
      changes: [{ field, before, value }],
    })
    return data ? data.changes[0]?.value : error?.issues[0]?.message
  }

  test.each([
    ['startsOn', '15/3/2026', '2026-03-15'],
    ['startsOn', '3/2026', '2026-03'],
    ['startsOn', '2026', '2026'],
    ['startsOn', '2026-3-5', '2026-03-05'],
    ['startsOn', '', null],
    ['startsOn', '31/2/2026', 'not-a-partial-date'],
    ['startsOn', 'morgen', 'not-a-partial-date'],
    ['targetGroups', 'Senioren, Jongeren\nJongeren', ['Jongeren', 'Senioren']],
    ['targetGroups', '', []],
    ['priorities', ['x'], 'choose-one'],
    ['reviewDueOn', '2026-13-01', 'not-a-date'],
    ['answer', 'a\r\nb', 'a\nb'],
    ['askedName', '  ', null],
  ])('%s: %j', (field, value, expected) => {
    expect(parse(field, value)).toEqual(expected)
  })
})
