import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { changeMeasure } from '#server/measures/change-measure'
import { changeMeasureInput, type MeasureChange } from '#server/measures/measure.shared'
import { readMeasure } from '#server/measures/read-measure'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPlan } from '#test/support/fixtures'
import { addMeasure, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())

const change = (actor: Actor, measureId: string, ...changes: MeasureChange[]) =>
  database.db.transaction().execute(trx => changeMeasure(trx, actor, { measureId, changes }))
const read = (id: string) => readMeasure(database.db, team.editor, id)
const renamed = (before: string, value: string): MeasureChange => ({ field: 'title', before, value })

describe('a new measure', () => {
  test('is made by editors, with an empty text, and found by the whole group only', async () => {
    const id = await addMeasure(database.db, team, { title: 'Insurance for all', horizon: 'short-medium' })
    expect(await readMeasure(database.db, team.observer, id)).toMatchObject({
      title: 'Insurance for all',
      number: null,
      horizonFrom: 'short',
      horizonTo: 'medium',
      status: 'unknown',
      version: null,
      responsibilities: [],
      decisions: [],
    })
    expect(await refusal(readMeasure(database.db, team.stranger, id))).toBe('not-found')
    expect(await refusal(readMeasure(database.db, team.editor, 'not-an-id'))).toBe('not-found')
    const others = { ...team, editor: team.forSport }
    expect(await refusal(addMeasure(database.db, others))).toBe('forbidden')
    expect(await refusal(addMeasure(database.db, { ...team, editor: team.observer }))).toBe('forbidden')
  })

  test('comes last in its priority', async () => {
    const ids = [await addMeasure(database.db, team), await addMeasure(database.db, team)]
    const rows = await database.db.selectFrom('measure').select('position').where('id', 'in', ids).execute()
    const [first = 0, second = 0] = rows.map(row => row.position).sort((a, b) => a - b)
    expect(second).toBe(first + 1)
  })

  test('takes no number that another has, and no priority or axis of another plan', async () => {
    await addMeasure(database.db, team, { number: 7 })
    expect(await refusal(addMeasure(database.db, team, { number: 7 }))).toBe('conflict/number-taken/number')
    const foreign = await createPlan(database.db)
    expect(await refusal(addMeasure(database.db, team, { priorityId: foreign.priorityId }))).toBe(
      'invalid/unknown-choice/priorityId',
    )
    expect(await refusal(addMeasure(database.db, team, { axisId: foreign.axisId }))).toBe(
      'invalid/unknown-choice/axisId',
    )
  })
})

describe('a change', () => {
  test('is an editor’s', async () => {
    const id = await addMeasure(database.db, team, { title: 'Before' })
    expect(await refusal(change(team.forSport, id, renamed('Before', 'After')))).toBe('forbidden')
    expect(await refusal(change(team.observer, id, renamed('Before', 'After')))).toBe('forbidden')
    expect(await refusal(change(team.stranger, id, renamed('Before', 'After')))).toBe('not-found')
    await change(team.coordinator, id, renamed('Before', 'After'))
    expect((await read(id)).title).toBe('After')
  })

  test('never overwrites what somebody else changed meanwhile', async () => {
    const id = await addMeasure(database.db, team, { title: 'Before' })
    await change(team.coordinator, id, renamed('Before', 'Of the coordinator'))
    expect(await refusal(change(team.editor, id, renamed('Before', 'Of the editor')))).toBe(
      'conflict/changed-meanwhile/title',
    )
    expect((await read(id)).title).toBe('Of the coordinator')
  })

  test('of two at the same moment, one succeeds', async () => {
    const id = await addMeasure(database.db, team, { title: 'Before' })
    const outcomes = await Promise.all([
      refusal(change(team.coordinator, id, renamed('Before', 'One'))),
      refusal(change(team.editor, id, renamed('Before', 'Other'))),
    ])
    expect(outcomes.sort()).toEqual(['conflict/changed-meanwhile/title', 'nothing was refused'])
  })

  test('of another field stands in nobody’s way, and a field that stays as it was overwrites nothing', async () => {
    const id = await addMeasure(database.db, team, { title: 'Before' })
    await change(team.coordinator, id, renamed('Before', 'After'))
    await change(
      team.editor,
      id,
      renamed('Before', 'Before'),
      { field: 'status', before: 'unknown', value: 'running' },
      { field: 'axis', before: null, value: team.plan.axisId },
      { field: 'horizon', before: null, value: 'short-long' },
    )
    expect(await read(id)).toMatchObject({
      title: 'After',
      status: 'running',
      axisId: team.plan.axisId,
      horizonFrom: 'short',
      horizonTo: 'long',
    })
    await change(team.editor, id, { field: 'horizon', before: 'short-long', value: null })
    expect(await read(id)).toMatchObject({ horizonFrom: null, horizonTo: null, axisId: team.plan.axisId })
  })

  test('takes the mark "inferred" off what it sets, and leaves the others', async () => {
    const id = await addMeasure(database.db, team)
    const fieldCertainty = JSON.stringify({ status: 'inferred', level: 'inferred' })
    await database.db.updateTable('measure').set({ fieldCertainty }).where('id', '=', id).execute()
    await change(team.editor, id, { field: 'status', before: 'unknown', value: 'done' })
    expect((await read(id)).fieldCertainty).toEqual({ level: 'inferred' })
  })

  test('is on the record with what was and what is, and only then', async () => {
    const id = await addMeasure(database.db, team, { title: 'Before' })
    await change(team.editor, id, renamed('Before', 'After'))
    await change(team.editor, id, renamed('After', 'After'))
    const activities = await database.db
      .selectFrom('activity')
      .select(['verb', 'before', 'after', 'topics'])
      .where('subjectId', '=', id)
      .orderBy('id')
      .execute()
    expect(activities).toMatchObject([
      { verb: 'measure.created' },
      {
        verb: 'measure.renamed',
        before: { title: 'Before' },
        after: { title: 'After' },
        topics: [`measure:${id}`, 'measures', `group:${team.group.id}`],
      },
    ])
    expect(activities).toHaveLength(2)
  })

  test('to a number that is taken, or a priority of another plan, is refused', async () => {
    await addMeasure(database.db, team, { number: 12 })
    const id = await addMeasure(database.db, team)
    const foreign = await createPlan(database.db, { groupId: team.group.id })
    expect(await refusal(change(team.editor, id, { field: 'number', before: null, value: 12 }))).toBe(
      'conflict/number-taken/number',
    )
    expect(
      await refusal(
        change(team.editor, id, { field: 'priority', before: team.plan.priorityId, value: foreign.priorityId }),
      ),
    ).toBe('invalid/unknown-choice/priority')
  })
})

describe('what a form sends', () => {
  const parse = (...changes: object[]) => changeMeasureInput.safeParse({ measureId: crypto.randomUUID(), changes })

  test('an empty choice is none, an empty summary is allowed, an empty title is not', () => {
    expect(parse({ field: 'axis', before: '', value: '' }, { field: 'summary', before: 'x' }).data?.changes).toEqual([
      { field: 'axis', before: null, value: null },
      { field: 'summary', before: 'x', value: '' },
    ])
    expect(parse({ field: 'title', before: 'x', value: ' ' }).error?.issues[0]?.message).toBe('required')
  })

  test('line ends of a form are those that are stored', () => {
    expect(parse({ field: 'summary', before: 'a\r\nb', value: 'a\r\nc' }).data?.changes).toEqual([
      { field: 'summary', before: 'a\nb', value: 'a\nc' },
    ])
  })
})
