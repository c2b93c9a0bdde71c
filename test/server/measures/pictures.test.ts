import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { countMeasures } from '#server/measures/count-measures'
import { readBoard } from '#server/measures/measure-board'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import { listMeasures } from '#server/measures/measure-list'
import { readMatrix } from '#server/measures/measure-matrix'
import { READABLE_IN_CELL, sumOf } from '#server/measures/measure-matrix.shared'
import { readResponsibilityMap } from '#server/measures/responsibility-map'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { addMeasure, ask, createTeam, type Team } from './team'

let database: TestDatabase
let team: Team

const levels = ['federal', 'flemish', 'local'] as const
const statuses = ['unknown', 'running', 'done'] as const

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  team = await createTeam(db)
  // Twenty-four measures in which everything that a filter asks for goes with everything else.
  for (let index = 0; index < 24; index++) {
    const id = await addMeasure(db, team, {
      title: `Measure ${index}`,
      level: levels[index % 3]!,
      axisId: index % 2 ? team.plan.axisId : null,
      horizon: index % 5 ? 'short-medium' : null,
    })
    await db
      .updateTable('measure')
      .set({ status: statuses[index % statuses.length]! })
      .where('id', '=', id)
      .execute()
    if (index % 4 === 0) await addMilestone(id, { plannedFor: '2020', label: 'Too late' })
    if (index % 6 === 0) await addMilestone(id, { plannedFor: '2020-01', reachedOn: '2021', label: 'Reached' })
    if (index % 3 === 0) {
      const lead = await ask(db, team, id, index % 2 ? team.sport.id : team.youth.id)
      if (index % 9 === 0) {
        const actor = index % 2 ? team.forSport : team.forYouth
        await db.transaction().execute(trx => acceptResponsibility(trx, actor, { responsibilityId: lead }))
      }
    }
    if (index % 7 === 0) await ask(db, team, id, team.sport.id, 'consulted')
  }
})
afterAll(() => database.drop())

async function addMilestone(measureId: string, values: { plannedFor: string; reachedOn?: string; label: string }) {
  await database.db
    .insertInto('milestone')
    .values({ measureId, ...values })
    .execute()
}

const asked: MeasureFilters[] = [
  {},
  { level: ['federal'] },
  { axis: [1] },
  { axis: ['none'] },
  { axis: ['none', 1], status: ['running', 'done'] },
  { late: true },
  { late: true, level: ['flemish', 'local'] },
  { noLead: true },
  { noLead: true, late: true },
  { horizon: ['medium'] },
  { role: ['consulted'] },
  { mine: true },
  { q: '1' },
  { status: ['stopped'] },
]

describe.each(asked)('with %o', filters => {
  test('the matrix counts what the table lists', async () => {
    const [cells, listed, counts] = await Promise.all([
      readMatrix(database.db, team.forSport, filters),
      listMeasures(database.db, team.forSport, filters),
      countMeasures(database.db, team.forSport, filters),
    ])
    const sum = sumOf(cells)
    expect(sum.count).toBe(listed.length)
    expect(sum.count).toBe(counts.found)
    for (const { axisId, level, count, statuses, late, withoutLead, measures } of cells) {
      const axis = axisId ? 1 : ('none' as const)
      const own = await listMeasures(database.db, team.forSport, { ...filters, axis: [axis], level: [level] })
      expect(own).toHaveLength(count)
      expect(measures.map(({ id }) => id)).toEqual(count > READABLE_IN_CELL ? [] : own.map(({ id }) => id))
      const cell = { ...filters, axis: [axis], level: [level] }
      const found = async (more: MeasureFilters) =>
        (await countMeasures(database.db, team.forSport, { ...cell, ...more })).found
      expect(late).toBe(await found({ late: true }))
      expect(withoutLead).toBe(await found({ noLead: true }))
      expect(Object.values(statuses).reduce((all, many) => all + many, 0)).toBe(count)
    }
  })
})

describe.each(asked)('with %o', filters => {
  test('the map has a row for each measure of the table, and counts what each body carries of them', async () => {
    const [map, listed] = await Promise.all([
      readResponsibilityMap(database.db, team.forSport, filters),
      listMeasures(database.db, team.forSport, filters),
    ])
    expect(map.rows.map(({ id }) => id)).toEqual(listed.map(({ id }) => id))
    for (const { code, leads, measures, id } of map.sectors.flatMap(({ bodies }) => bodies)) {
      const own = map.rows.flatMap(row => row.roles.filter(role => role.bodyId === id))
      expect(leads).toBe(own.filter(({ role, isAccepted }) => role === 'lead' && isAccepted).length)
      const { body, role, mine, ...others } = filters
      if (!role && !mine) {
        expect((await countMeasures(database.db, team.forSport, { ...others, body: [code] })).found).toBe(measures)
      }
    }
    const leaderless = map.rows.filter(row => !row.hasLead).length
    expect((await countMeasures(database.db, team.forSport, { ...filters, noLead: true })).found).toBe(leaderless)
  })

  test('the board has a card for each measure of the table, in the column of its status', async () => {
    const columns = await readBoard(database.db, team.forSport, filters)
    const listed = await listMeasures(database.db, team.forSport, filters)
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length)
    for (const { status, count, cards } of columns) {
      const own = listed.filter(measure => measure.status === status).map(({ id }) => id)
      expect(count).toBe(own.length)
      expect(cards.map(({ id }) => id)).toEqual(own)
    }
  })
})

test('late is what has a milestone that is late; reached in the end is not late', async () => {
  const late = await listMeasures(database.db, team.observer, { late: true })
  expect(late.map(({ title }) => title).sort()).toEqual([0, 4, 8, 12, 16, 20].map(index => `Measure ${index}`).sort())
})

test('another group’s pictures are empty', async () => {
  expect(await readMatrix(database.db, team.stranger)).toEqual([])
  expect(await readResponsibilityMap(database.db, team.stranger)).toMatchObject({ sectors: [], rows: [] })
  expect((await readBoard(database.db, team.stranger)).every(({ count }) => count === 0)).toBe(true)
})

test('more measures do not take more queries', async () => {
  let queries = 0
  const { db } = createDb({ connectionString: database.url, max: 1 })
  const counting = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries++
      return result
    },
  })
  const count = async (read: () => Promise<unknown>) => {
    queries = 0
    await read()
    return queries
  }
  expect(await count(() => readMatrix(counting, team.observer))).toBe(2)
  expect(await count(() => readResponsibilityMap(counting, team.observer))).toBe(4)
  expect(await count(() => readBoard(counting, team.observer))).toBe(1)
  await db.destroy()
})
