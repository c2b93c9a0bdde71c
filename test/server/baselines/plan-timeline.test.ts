import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import { freezeBaseline } from '#server/baselines/freeze-baseline'
import { readTimeline } from '#server/baselines/plan-timeline'
import { dayOf, readTimelineView, windowOf, worstShift } from '#server/baselines/plan-timeline.shared'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import { listMeasures } from '#server/measures/measure-list'
import { addMeasure, createTeam, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team
let moved: string

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  team = await createTeam(db)
  moved = await addMeasure(db, team, { title: 'Moved', level: 'local', horizon: 'short-medium' })
  await addMeasure(db, team, { title: 'Without a date' })
  const milestone = { measureId: moved, label: 'Launch', plannedFor: '2031-03' }
  const { id } = await db.insertInto('milestone').values(milestone).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('milestone').values({ measureId: moved, label: 'Survey', reachedOn: '2019' }).execute()
  await db.insertInto('milestone').values({ measureId: moved, label: 'Report', plannedFor: '2020-05-02' }).execute()
  await db
    .transaction()
    .execute(trx =>
      freezeBaseline(trx, team.coordinator, { name: 'Approval', reason: 'approval', datedOn: '2026-01-01', note: '' }),
    )
  await db.updateTable('milestone').set({ plannedFor: '2032' }).where('id', '=', id).execute()
})
afterAll(() => database.drop())

test('milestones stand where they are planned, beside where the newest baseline has them', async () => {
  const { rows, baseline, years } = await readTimeline(database.db, team.observer)
  expect(baseline).toMatchObject({ number: 1, name: 'Approval' })
  expect(years).toEqual({ first: 2019, last: 2032 })
  const row = rows.find(({ id }) => id === moved)!
  expect(row.milestones.map(({ label, date, state, was }) => [label, date, state, was])).toEqual([
    ['Survey', '2019', 'reached', '2019'],
    ['Report', '2020-05-02', 'late', '2020-05-02'],
    ['Launch', '2032', 'planned', '2031-03'],
  ])
  expect(worstShift(row)).toMatchObject({ direction: 'later', unit: 'month', least: 10, most: 21 })
})

describe.each<MeasureFilters>([
  {},
  { level: ['local'] },
  { late: true },
  { noLead: true },
  { q: 'date' },
  { axis: [9] },
])('with %o', filters => {
  test('the line has a row for each measure of the table, in its order', async () => {
    const { rows } = await readTimeline(database.db, team.observer, filters)
    const listed = await listMeasures(database.db, team.observer, filters)
    expect(rows.map(({ id }) => id)).toEqual(listed.map(({ id }) => id))
  })
})

test('another group sees nothing of it', async () => {
  expect(await readTimeline(database.db, team.stranger)).toMatchObject({ baseline: null, years: null, rows: [] })
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
  await readTimeline(counting, team.observer)
  await db.destroy()
  expect(queries).toBe(5)
})

describe('what is in sight', () => {
  const view = (query: string) => readTimelineView(new URLSearchParams(query))

  test('everything, with today, from the first of January to the last of December', () => {
    const window = windowOf(view(''), { first: 2016, last: 2024 }, '2026-11-22')
    expect(window).toMatchObject({ first: dayOf('2016', 'first'), last: dayOf('2026', 'last'), before: null })
    expect(window.ticks.map(({ date }) => date)).toHaveLength(11)
  })

  test('a year by months, a quarter by half months, and what comes around them', () => {
    const year = windowOf(view('zoom=year&from=2024'), null, '2026-11-22')
    expect(year.ticks.map(({ date }) => date).slice(0, 2)).toEqual(['2024-01', '2024-02'])
    expect(year).toMatchObject({ before: '2023', after: '2025' })
    const quarter = windowOf(view('zoom=quarter'), null, '2026-11-22')
    expect(quarter.ticks[0]?.date).toBe('2026-10')
    expect(quarter).toMatchObject({ before: '2026-07', after: '2027-01' })
    expect(windowOf(view('zoom=quarter&from=2026-01'), null, '2026-11-22').before).toBe('2025-10')
  })

  test('what an address cannot mean is left out', () => {
    expect(view('zoom=week&from=2026-02&page=-1&as=chart')).toEqual({
      zoom: 'all',
      from: null,
      isTable: false,
      page: 1,
    })
    expect(view('zoom=quarter&from=2026-02').from).toBeNull()
  })
})
