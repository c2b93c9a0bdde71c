import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeCells } from '#server/measures/change-cells'
import { countMeasures } from '#server/measures/count-measures'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import { readMeasurePage } from '#server/measures/measure-page'
import { groupings, ROWS_ON_PAGE, readTableView, tableColumns } from '#server/measures/table-view.shared'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { addMeasure, ask, createTeam, type Team } from './team'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  team = await createTeam(db)
  const led = await addMeasure(db, team, { title: 'Bravo', number: 2, level: 'local', axisId: team.plan.axisId })
  const running = await addMeasure(db, team, { title: 'alfa', number: 1, horizon: 'long' })
  await addMeasure(db, team, { title: 'Charlie', level: 'federal', horizon: 'short' })
  const lead = await ask(db, team, led, team.sport.id)
  await db.transaction().execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId: lead }))
  await ask(db, team, running, team.youth.id)
  const cell = { measureId: running, field: 'status', before: 'unknown', value: 'running' } as const
  await db.transaction().execute(trx => changeCells(trx, team.editor, { cells: [cell] }))
})
afterAll(() => database.drop())

const read = (query: string, filters: MeasureFilters = {}) =>
  readMeasurePage(database.db, team.observer, filters, readTableView(new URLSearchParams(query)))
const titles = async (query: string) => (await read(query)).rows.map(row => row.title)

describe('the order', () => {
  test.each([
    ['', ['Bravo', 'alfa', 'Charlie']],
    ['sort=title', ['alfa', 'Bravo', 'Charlie']],
    ['sort=-title', ['Charlie', 'Bravo', 'alfa']],
    ['sort=number', ['alfa', 'Bravo', 'Charlie']],
    ['sort=-number', ['Bravo', 'alfa', 'Charlie']],
    ['sort=level', ['Charlie', 'alfa', 'Bravo']],
    ['sort=horizon', ['Charlie', 'alfa', 'Bravo']],
    ['sort=status', ['Bravo', 'Charlie', 'alfa']],
    ['sort=axis', ['Bravo', 'alfa', 'Charlie']],
    ['sort=lead', ['Bravo', 'alfa', 'Charlie']],
    ['group=level&sort=title', ['Charlie', 'alfa', 'Bravo']],
    ['group=lead', ['Bravo', 'alfa', 'Charlie']],
    ['group=none&sort=-title', ['Charlie', 'Bravo', 'alfa']],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test.each(tableColumns)('by %s leaves nobody out', async column => {
    expect((await titles(`sort=${column}`)).sort()).toEqual(['Bravo', 'Charlie', 'alfa'].sort())
  })
})

describe('groups', () => {
  test('hold what the one count counts', async () => {
    const asked: MeasureFilters[] = [{}, { noLead: true }, { level: ['local'] }]
    for (const group of groupings) {
      for (const filters of asked) {
        const { groups } = await read(`group=${group}`, filters)
        const { found } = await countMeasures(database.db, team.observer, filters)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(found)
      }
    }
  })

  test('are named, those without it last', async () => {
    expect((await read('group=lead')).groups).toEqual([
      { key: team.sport.code, count: 1 },
      { key: null, count: 2 },
    ])
    expect((await read('group=sector')).groups.map(({ key }) => key)).toEqual([team.sport.sectorId, null])
    expect((await read('group=axis')).rows.map(({ groupKey }) => groupKey)).toEqual([team.plan.axisId, null, null])
  })
})

test('pages hold every measure once, and one beyond the last is the last', async () => {
  const { db } = database
  const other = await createTeam(db)
  const many = ROWS_ON_PAGE + 20
  for (let index = 0; index < many; index++) await addMeasure(db, other, { title: `Measure ${index % 7}` })
  const page = (number: number) =>
    readMeasurePage(db, other.observer, {}, readTableView(new URLSearchParams(`sort=title&page=${number}`)))
  const [first, second] = [await page(1), await page(2)]
  expect(first.rows).toHaveLength(ROWS_ON_PAGE)
  expect(new Set([...first.rows, ...second.rows].map(row => row.id)).size).toBe(many)
  expect(first.groups).toEqual([{ key: other.plan.priorityId, count: many }])
  expect(await page(99)).toEqual(second)
  expect((await readMeasurePage(db, team.stranger, {}, readTableView(new URLSearchParams()))).rows).toEqual([])
})

test('the view is read from an address; what makes no sense is left out', () => {
  const view = (query: string) => readTableView(new URLSearchParams(query))
  expect(view('group=axis&sort=-level&columns=status&columns=number&page=3')).toEqual({
    columns: ['title', 'number', 'status'],
    sort: { by: 'level', descending: true },
    group: 'axis',
    page: 3,
  })
  const usual = { columns: ['title', 'number', 'axis', 'level', 'horizon', 'lead', 'status'], sort: null, page: 1 }
  expect(view('')).toEqual({ ...usual, group: 'priority' })
  expect(view('group=colour&sort=password&columns=email&page=-1')).toEqual({ ...usual, group: 'priority' })
})
