import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import type { Actor } from '#server/auth/actor.shared'
import { addDependency } from '#server/dependencies/add-dependency'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { type CellChange, changeCellsInput } from '#server/measures/cells.shared'
import { changeCells } from '#server/measures/change-cells'
import { proposeLeads } from '#server/measures/propose-leads'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPlan } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())

const change = (actor: Actor, ...cells: CellChange[]) =>
  database.db.transaction().execute(trx => changeCells(trx, actor, { cells }))
const propose = (actor: Actor, measureIds: string[], bodyId: string) =>
  database.db.transaction().execute(trx => proposeLeads(trx, actor, { measureIds, bodyId }))
const row = (id: string) => database.db.selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const status = (measureId: string, before: 'unknown' | 'running', value: 'running' | 'done'): CellChange => ({
  measureId,
  field: 'status',
  before,
  value,
})

describe('cells of many measures', () => {
  test('are changed in one go, each with its activity', async () => {
    const [one, other] = [await addMeasure(database.db, team), await addMeasure(database.db, team)]
    const fieldCertainty = JSON.stringify({ status: 'inferred', level: 'inferred' })
    await database.db.updateTable('measure').set({ fieldCertainty }).where('id', '=', one).execute()
    const outcome = await change(
      team.editor,
      status(one, 'unknown', 'running'),
      status(other, 'unknown', 'running'),
      { measureId: one, field: 'title', before: 'A measure', value: 'Pasted' },
      { measureId: one, field: 'horizon', before: null, value: 'short-long' },
      { measureId: one, field: 'axis', before: null, value: team.plan.axisId },
      { measureId: one, field: 'level', before: 'flemish', value: 'local' },
    )
    expect(outcome.refused).toEqual([])
    expect(outcome.changed).toHaveLength(6)
    expect(await row(one)).toMatchObject({
      status: 'running',
      title: 'Pasted',
      horizonFrom: 'short',
      horizonTo: 'long',
      axisId: team.plan.axisId,
      level: 'local',
      fieldCertainty: {},
    })
    expect(await row(other)).toMatchObject({ status: 'running', title: 'A measure' })
    const activities = await database.db
      .selectFrom('activity')
      .select(['subjectId', 'before', 'after', 'topics'])
      .where('verb', '=', 'measure.changed')
      .where('subjectId', 'in', [one, other])
      .orderBy('id')
      .execute()
    expect(activities).toMatchObject([
      {
        subjectId: one,
        before: { status: 'unknown', title: 'A measure' },
        topics: [`measure:${one}`, 'measures', `group:${team.group.id}`],
      },
      { subjectId: other, before: { status: 'unknown' }, after: { status: 'running' } },
    ])
  })

  test('that somebody else changed meanwhile are left, and told with both values; the others are changed', async () => {
    const [one, other] = [await addMeasure(database.db, team, { title: 'One' }), await addMeasure(database.db, team)]
    await change(team.coordinator, status(one, 'unknown', 'running'))
    const outcome = await change(team.editor, status(one, 'unknown', 'done'), status(other, 'unknown', 'done'))
    expect(outcome).toEqual({
      changed: [{ measureId: other, field: 'status', before: 'unknown', value: 'done' }],
      refused: [
        {
          measureId: one,
          field: 'status',
          title: 'One',
          reason: 'changed-meanwhile',
          mine: 'done',
          current: 'running',
        },
      ],
    })
    expect(await row(one)).toMatchObject({ status: 'running' })
    const again = await change(team.editor, status(one, 'running', 'done'))
    expect(again.changed).toHaveLength(1)
  })

  test('that are so already need no change, nor does one that goes back to what it was', async () => {
    const id = await addMeasure(database.db, team)
    await change(team.coordinator, status(id, 'unknown', 'running'))
    expect(await change(team.editor, status(id, 'unknown', 'running'))).toEqual({ changed: [], refused: [] })
    const same: CellChange = { measureId: id, field: 'status', before: 'unknown', value: 'unknown' }
    expect(await change(team.editor, same)).toEqual({ changed: [], refused: [] })
    expect(await row(id)).toMatchObject({ status: 'running' })
  })

  test('of two at the same moment, one succeeds', async () => {
    const id = await addMeasure(database.db, team)
    const outcomes = await Promise.all([
      change(team.coordinator, status(id, 'unknown', 'running')),
      change(team.editor, status(id, 'unknown', 'done')),
    ])
    expect(outcomes.map(({ changed, refused }) => [changed.length, refused.length]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  test('take numbers that are free, or that swap places, and no others', async () => {
    const [one, two, three] = [
      await addMeasure(database.db, team, { number: 901 }),
      await addMeasure(database.db, team, { number: 902 }),
      await addMeasure(database.db, team, { number: 903 }),
    ]
    const swapped = await change(
      team.editor,
      { measureId: one, field: 'number', before: 901, value: 902 },
      { measureId: two, field: 'number', before: 902, value: 901 },
    )
    expect(swapped.refused).toEqual([])
    expect([(await row(one)).number, (await row(two)).number]).toEqual([902, 901])
    const taken = await change(
      team.editor,
      { measureId: one, field: 'number', before: 902, value: 903 },
      { measureId: two, field: 'number', before: 901, value: null },
    )
    expect(taken.refused).toMatchObject([{ measureId: one, reason: 'number-taken', current: 902 }])
    expect([(await row(one)).number, (await row(two)).number, (await row(three)).number]).toEqual([902, null, 903])
    const both = await change(
      team.editor,
      { measureId: one, field: 'number', before: 902, value: 950 },
      { measureId: two, field: 'number', before: null, value: 950 },
    )
    expect(both.refused).toMatchObject([{ measureId: two, reason: 'number-taken' }])
  })

  test('move to the end of another priority, and to none of another plan', async () => {
    const { db } = database
    const second = await db
      .insertInto('priority')
      .values({ planId: team.plan.id, position: 2, title: 'Second' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const there = await addMeasure(db, team, { priorityId: second.id })
    const [one, other] = [await addMeasure(db, team), await addMeasure(db, team)]
    const move = (measureId: string, value: string): CellChange => ({
      measureId,
      field: 'priority',
      before: team.plan.priorityId,
      value,
    })
    expect((await change(team.editor, move(one, second.id), move(other, second.id))).refused).toEqual([])
    const places = await Promise.all([there, one, other].map(async id => (await row(id)).position))
    expect(places).toEqual([1, 2, 3])
    const foreign = await createPlan(db, { groupId: team.group.id })
    expect((await change(team.editor, move(await addMeasure(db, team), foreign.priorityId))).refused).toMatchObject([
      { reason: 'unknown-choice' },
    ])
  })

  test('take no more queries when there are more of them', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => addMeasure(database.db, team)))
    const count = async (measureIds: string[]) => {
      let queries = 0
      const { db } = createDb({ connectionString: database.url, max: 1 })
      const counting = db.withPlugin({
        transformQuery: ({ node }) => {
          queries++
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await counting.transaction().execute(trx =>
        changeCells(trx, team.editor, {
          cells: measureIds.flatMap((id): CellChange[] => [
            status(id, 'unknown', 'done'),
            { measureId: id, field: 'title', before: 'A measure', value: 'Renamed' },
          ]),
        }),
      )
      await db.destroy()
      return queries
    }
    expect(await count(ids.slice(0, 10))).toBe(await count(ids.slice(10, 11)))
  })
})

test('what waits for a measure is told of a new status, and a main priority is no longer among the others', async () => {
  const { db } = database
  const [one, waiting] = [await addMeasure(db, team), await addMeasure(db, team)]
  const second = await db
    .insertInto('priority')
    .values({ planId: team.plan.id, position: 3, title: 'Third' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('measureOtherPriority').values({ measureId: one, priorityId: second.id }).execute()
  await db
    .transaction()
    .execute(trx => addDependency(trx, team.editor, { fromId: one, toId: waiting, kind: 'blocks', note: '' }))
  await change(team.editor, status(one, 'unknown', 'running'), {
    measureId: one,
    field: 'priority',
    before: team.plan.priorityId,
    value: second.id,
  })
  const told = await db
    .selectFrom('activity')
    .select(['subjectId', 'after'])
    .where('verb', '=', 'dependency.status')
    .execute()
  expect(told).toMatchObject([{ subjectId: waiting, after: { causeId: one, status: 'running', before: 'unknown' } }])
  expect(await db.selectFrom('measureOtherPriority').selectAll().where('measureId', '=', one).execute()).toEqual([])
})

describe('a body that is asked to lead many', () => {
  test('is asked where nobody leads and it was not asked before', async () => {
    const { db } = database
    const [free, led, asked] = [await addMeasure(db, team), await addMeasure(db, team), await addMeasure(db, team)]
    const lead = await ask(db, team, led, team.sport.id)
    await db.transaction().execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId: lead }))
    await ask(db, team, asked, team.youth.id)
    const elsewhere = crypto.randomUUID()
    const outcome = await propose(team.editor, [free, led, asked, elsewhere], team.youth.id)
    expect(outcome.changed).toEqual([{ measureId: free, field: 'lead', before: null, value: team.youth.code }])
    expect(outcome.refused.map(({ measureId, reason, current }) => [measureId, reason, current])).toEqual(
      expect.arrayContaining([
        [led, 'lead-taken', team.sport.code],
        [asked, 'already-asked', null],
        [elsewhere, 'not-found', null],
      ]),
    )
    const proposed = await db
      .selectFrom('responsibility')
      .select(['bodyId', 'role', 'state', 'proposedBy'])
      .where('measureId', '=', free)
      .execute()
    expect(proposed).toEqual([
      { bodyId: team.youth.id, role: 'lead', state: 'proposed', proposedBy: team.editor.mandate.id },
    ])
  })

  test('has to exist', async () => {
    const id = await addMeasure(database.db, team)
    expect(await refusal(propose(team.editor, [id], crypto.randomUUID()))).toBe('invalid/unknown-choice/bodyId')
  })
})

describe('who may', () => {
  test.each([
    ['coordinator', true],
    ['editor', true],
    ['forSport', false],
    ['observer', false],
  ] as const)('%s: %s', async (who, may) => {
    const id = await addMeasure(database.db, team)
    const expected = may ? 'nothing was refused' : 'forbidden'
    expect(await refusal(change(team[who], status(id, 'unknown', 'done')))).toBe(expected)
    expect(await refusal(propose(team[who], [id], team.youth.id))).toBe(expected)
  })

  test('nobody of another group: for them the measure is not there', async () => {
    const id = await addMeasure(database.db, team)
    expect(await change(team.stranger, status(id, 'unknown', 'done'))).toMatchObject({
      changed: [],
      refused: [{ reason: 'not-found', title: null, current: null }],
    })
    expect(await propose(team.stranger, [id], team.youth.id)).toMatchObject({ refused: [{ reason: 'not-found' }] })
    expect(await row(id)).toMatchObject({ status: 'unknown' })
  })
})

test('what a page sends is checked cell by cell', () => {
  const parse = (cell: object) => changeCellsInput.safeParse({ cells: [{ measureId: crypto.randomUUID(), ...cell }] })
  expect(parse({ field: 'number', before: '', value: '12' }).data?.cells[0]).toMatchObject({ before: null, value: 12 })
  expect(parse({ field: 'status', before: 'unknown', value: 'finished' }).success).toBe(false)
  expect(parse({ field: 'title', before: 'x', value: ' ' }).error?.issues[0]?.message).toBe('required')
  expect(parse({ field: 'documentId', before: 'x', value: 'y' }).success).toBe(false)
})
