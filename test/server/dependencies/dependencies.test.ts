import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { addDependency } from '#server/dependencies/add-dependency'
import type { DependencyKind } from '#server/dependencies/dependency.shared'
import { listDependencies } from '#server/dependencies/dependency-queries'
import { removeDependency } from '#server/dependencies/remove-dependency'
import { addMilestone } from '#server/measures/add-milestone'
import { changeMeasure } from '#server/measures/change-measure'
import { changeMilestone } from '#server/measures/change-milestone'
import { dropMilestone } from '#server/measures/drop-milestone'
import type { MeasureChange } from '#server/measures/measure.shared'
import { addMeasure, createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team
let a: string
let b: string
let c: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  team = await createTeam(database.db)
  a = await addMeasure(database.db, team, { title: 'A' })
  b = await addMeasure(database.db, team, { title: 'B' })
  c = await addMeasure(database.db, team, { title: 'C' })
})

const link = (actor: Actor, fromId: string, toId: string, kind: DependencyKind = 'blocks', note = '') =>
  database.db.transaction().execute(trx => addDependency(trx, actor, { fromId, toId, kind, note }))
const unlink = (actor: Actor, dependencyId: string) =>
  database.db.transaction().execute(trx => removeDependency(trx, actor, { dependencyId }))
const links = () => listDependencies(database.db, team.editor)

describe('who may', () => {
  const people = ['coordinator', 'editor', 'forSport', 'observer', 'stranger'] as const
  const table = people.flatMap(person => (['link', 'unlink'] as const).map(operation => ({ person, operation })))
  test.each(table)('$person: $operation', async ({ person, operation }) => {
    const id = await link(team.editor, a, b)
    const outcome = await refusal(operation === 'link' ? link(team[person], b, c) : unlink(team[person], id))
    const mayNot = person === 'stranger' ? (operation === 'link' ? 'not-found/fromId' : 'not-found') : 'forbidden'
    expect(outcome).toBe(person === 'coordinator' || person === 'editor' ? 'nothing was refused' : mayNot)
  })
})

describe('a dependency', () => {
  test('is between two measures of one plan, once of each kind', async () => {
    expect(await refusal(link(team.editor, a, a))).toBe('invalid/same-measure/toId')
    const elsewhere = await createTeam(database.db)
    const foreign = await addMeasure(database.db, elsewhere)
    expect(await refusal(link(team.editor, a, foreign))).toBe('not-found/toId')
    await link(team.editor, a, b, 'supports', 'The portal shows what this brings')
    await link(team.editor, a, b, 'blocks')
    expect(await refusal(link(team.editor, a, b, 'supports'))).toBe('conflict/already-linked/toId')
    expect((await links()).map(({ kind, note }) => [kind, note])).toEqual([
      ['supports', 'The portal shows what this brings'],
      ['blocks', ''],
    ])
    expect(await listDependencies(database.db, elsewhere.editor)).toEqual([])
  })

  test.each(['overlaps', 'conflicts'] as const)('that %s holds both ways, and is there once', async kind => {
    await link(team.editor, a, b, kind)
    expect(await refusal(link(team.editor, b, a, kind))).toBe('conflict/already-linked/toId')
  })

  test('of another kind may point back', async () => {
    await link(team.editor, a, b, 'supports')
    await link(team.editor, b, a, 'supports')
    await link(team.editor, b, a, 'blocks')
    expect(await links()).toHaveLength(3)
  })

  test('is removed once, and the trail keeps it', async () => {
    const id = await link(team.editor, a, b, 'blocks', 'First the decree')
    const outcomes = await Promise.all([refusal(unlink(team.editor, id)), refusal(unlink(team.coordinator, id))])
    expect(outcomes.sort()).toEqual(['not-found', 'nothing was refused'])
    const trail = await database.db
      .selectFrom('activity')
      .select(['verb', 'before', 'topics'])
      .where('subjectId', '=', a)
      .where('verb', 'like', 'dependency.%')
      .orderBy('id')
      .execute()
    const topics = [`measure:${a}`, `measure:${b}`, 'measures', `group:${team.group.id}`]
    expect(trail).toMatchObject([
      { verb: 'dependency.added', topics },
      { verb: 'dependency.removed', before: { kind: 'blocks', note: 'First the decree' }, topics },
    ])
  })
})

describe('what blocks', () => {
  test('never goes round in a circle', async () => {
    await link(team.editor, a, b)
    await link(team.editor, b, c)
    expect(await refusal(link(team.editor, b, a))).toBe('conflict/blocks-circle/toId')
    expect(await refusal(link(team.editor, c, a))).toBe('conflict/blocks-circle/toId')
    await link(team.editor, a, c)
  })

  test('nor when two add the two halves at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const outcomes = await Promise.all([refusal(link(team.editor, a, b)), refusal(link(team.coordinator, b, a))])
      expect(outcomes.sort()).toEqual(['conflict/blocks-circle/toId', 'nothing was refused'])
      await database.db.deleteFrom('dependency').where('kind', '=', 'blocks').execute()
    }
  })

  test('nor when three add the three sides at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const sides = [link(team.editor, a, b), link(team.editor, b, c), link(team.coordinator, c, a)]
      const outcomes = await Promise.all(sides.map(refusal))
      expect(outcomes.filter(outcome => outcome === 'conflict/blocks-circle/toId')).toHaveLength(1)
      await database.db.deleteFrom('dependency').where('kind', '=', 'blocks').execute()
    }
  })

  test('nor when rows are written past the domain, at the same moment', async () => {
    const insert = (fromId: string, toId: string) =>
      database.db
        .insertInto('dependency')
        .values({ planId: team.plan.id, fromId, toId, kind: 'blocks' })
        .execute()
        .then(
          () => 'written',
          error => (error as { constraint: string }).constraint,
        )
    for (let round = 0; round < 20; round++) {
      const outcomes = await Promise.all([insert(a, b), insert(b, a)])
      expect(outcomes.sort()).toEqual(['dependency_no_circle', 'written'])
      await database.db.deleteFrom('dependency').where('kind', '=', 'blocks').execute()
    }
  })

  test('nor when a row of another kind becomes one that blocks', async () => {
    await link(team.editor, a, b)
    const id = await link(team.editor, b, a, 'supports')
    await expect(
      database.db.updateTable('dependency').set({ kind: 'blocks' }).where('id', '=', id).execute(),
    ).rejects.toMatchObject({ constraint: 'dependency_no_circle' })
  })
})

describe('who waits is told', () => {
  const change = (changes: MeasureChange[], id = a) =>
    database.db.transaction().execute(trx => changeMeasure(trx, team.editor, { measureId: id, changes }))
  const stopped: MeasureChange = { field: 'status', before: 'unknown', value: 'stopped' }
  const told = async () => {
    const rows = await database.db
      .selectFrom('activity')
      .select(['subjectId', 'verb', 'topics', 'after'])
      .where('verb', 'like', 'dependency.%')
      .where('groupId', '=', team.group.id)
      .where('verb', 'not in', ['dependency.added', 'dependency.removed'])
      .orderBy('id')
      .execute()
    return rows.map(({ after, ...row }) => ({ ...row, after: after as Record<string, unknown> }))
  }

  test.each([
    ['blocks', 'to'],
    ['supports', 'to'],
    ['needs-regulation', 'from'],
    ['overlaps', null],
    ['conflicts', null],
  ] as const)('of a status, for %s', async (kind, end) => {
    if (end === 'from') await link(team.editor, b, a, kind)
    else await link(team.editor, a, b, kind)
    await change([stopped])
    const topics = [`measure:${b}`, 'measures', `group:${team.group.id}`]
    const line = { subjectId: b, verb: 'dependency.status', topics, after: { causeId: a, kind, status: 'stopped' } }
    expect(await told()).toMatchObject(end ? [line] : [])
    // The other way round nobody waits.
    await change([{ field: 'status', before: 'unknown', value: 'stopped' }], b)
    expect(await told()).toHaveLength(end ? 1 : 0)
  })

  test('of a horizon, but not of a title', async () => {
    await link(team.editor, a, b)
    await change([{ field: 'title', before: 'A', value: 'Another' }])
    await change([{ field: 'horizon', before: null, value: 'long' }])
    expect(await told()).toMatchObject([{ subjectId: b, verb: 'dependency.dates', after: { horizon: 'long' } }])
  })

  test('of a milestone that moves or is dropped, once for each who waits, not of one that is only named better', async () => {
    await link(team.editor, a, b)
    await link(team.editor, a, b, 'supports')
    await link(team.editor, a, c)
    const milestoneId = await database.db
      .transaction()
      .execute(trx => addMilestone(trx, team.editor, { measureId: a, label: 'Launch', date: '2031', isReached: false }))
    await database.db.transaction().execute(trx =>
      changeMilestone(trx, team.editor, {
        milestoneId,
        changes: [{ field: 'label', before: 'Launch', value: 'The launch' }],
      }),
    )
    expect(await told()).toEqual([])
    await database.db.transaction().execute(trx =>
      changeMilestone(trx, team.editor, {
        milestoneId,
        changes: [{ field: 'plannedFor', before: '2031', value: '2032' }],
        reason: 'Later',
      }),
    )
    await database.db.transaction().execute(trx => dropMilestone(trx, team.editor, { milestoneId, reason: 'No' }))
    const lines = await told()
    expect(lines.map(line => [line.verb, line.subjectId]).sort()).toEqual(
      [
        ['dependency.moved', b],
        ['dependency.moved', c],
        ['dependency.milestone-dropped', b],
        ['dependency.milestone-dropped', c],
      ].sort(),
    )
    expect(lines[0]!.after).toMatchObject({ causeId: a, milestone: 'The launch', from: '2031', to: '2032' })
  })

  test('in the transaction of the change, or not at all', async () => {
    await link(team.editor, a, b)
    const undone = database.db.transaction().execute(async trx => {
      await changeMeasure(trx, team.editor, { measureId: a, changes: [stopped] })
      await sql`select 1 / 0`.execute(trx)
    })
    await expect(undone).rejects.toThrow('division by zero')
    expect(await told()).toEqual([])
  })
})
