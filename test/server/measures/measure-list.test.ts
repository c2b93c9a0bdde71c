import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { countMeasures } from '#server/measures/count-measures'
import { filterValues, type MeasureFilters, readMeasureFilters } from '#server/measures/measure-filters.shared'
import { listBodiesOfPlan, listMeasures } from '#server/measures/measure-list'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPlan } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, type Team } from './team'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  team = await createTeam(db)
  const second = await db
    .insertInto('priority')
    .values({ planId: team.plan.id, position: 2, title: 'Second' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addMeasure(db, team, { title: 'In the second', priorityId: second.id, level: 'federal', kind: 'request' })
  const led = await addMeasure(db, team, {
    title: 'Vergoedingen voor vrijwilligers',
    horizon: 'short-medium',
    axisId: team.plan.axisId,
    number: 41,
  })
  const asked = await addMeasure(db, team, { title: 'Afval 100%_verzekerd', horizon: 'long' })
  const lead = await ask(db, team, led, team.sport.id)
  await db.transaction().execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId: lead }))
  await ask(db, team, asked, team.youth.id)
  await ask(db, team, asked, team.sport.id, 'consulted')
  await db
    .insertInto('documentContent')
    .columns(['documentId', 'seq', 'json', 'text', 'html', 'hash'])
    .expression(eb =>
      eb
        .selectFrom('measure')
        .select(eb => [
          'documentId',
          eb.lit(0).as('seq'),
          eb.val('{}').$castTo<object>().as('json'),
          eb.val('Elke kandidaat meldt zich bij het gemeentehuis').as('text'),
          eb.val('').as('html'),
          eb.val('x').as('hash'),
        ])
        .where('id', '=', asked),
    )
    .execute()
})
afterAll(() => database.drop())

const titles = async (filters: MeasureFilters = {}) =>
  (await listMeasures(database.db, team.observer, filters)).map(measure => measure.title)

test('the list has the plan’s order, and who leads or was asked to', async () => {
  const measures = await listMeasures(database.db, team.observer)
  expect(measures.map(({ title, leads }) => [title, leads.map(lead => [lead.code, lead.isAccepted])])).toEqual([
    ['Vergoedingen voor vrijwilligers', [[team.sport.code, true]]],
    ['Afval 100%_verzekerd', [[team.youth.code, false]]],
    ['In the second', []],
  ])
})

test('another group sees nothing of it', async () => {
  expect(await listMeasures(database.db, team.stranger)).toEqual([])
  expect(await countMeasures(database.db, team.stranger)).toEqual({ all: 0, found: 0, withoutLead: 0 })
})

test('measures without an accepted lead are counted', async () => {
  expect(await countMeasures(database.db, team.observer)).toEqual({ all: 3, found: 3, withoutLead: 2 })
})

describe('filters', () => {
  test.each<[MeasureFilters, string[]]>([
    [{ priority: [2] }, ['In the second']],
    [{ axis: [1] }, ['Vergoedingen voor vrijwilligers']],
    [{ level: ['federal'] }, ['In the second']],
    [{ level: ['federal', 'flemish'] }, ['Vergoedingen voor vrijwilligers', 'Afval 100%_verzekerd', 'In the second']],
    [{ horizon: ['medium'] }, ['Vergoedingen voor vrijwilligers']],
    [{ horizon: ['long'] }, ['Afval 100%_verzekerd']],
    [{ horizon: ['long', 'short'] }, ['Vergoedingen voor vrijwilligers', 'Afval 100%_verzekerd']],
    [{ status: ['running'] }, []],
    [{ noLead: true }, ['Afval 100%_verzekerd', 'In the second']],
    [{ noLead: true, priority: [1] }, ['Afval 100%_verzekerd']],
    [{ role: ['lead'] }, ['Vergoedingen voor vrijwilligers', 'Afval 100%_verzekerd']],
    [{ role: ['consulted', 'informed'] }, ['Afval 100%_verzekerd']],
  ])('%o', async (filters, expected) => {
    expect(await titles(filters)).toEqual(expected)
    expect((await countMeasures(database.db, team.observer, filters)).found).toBe(expected.length)
  })

  test('a body or a sector with a part in it, in any role or in one', async () => {
    const { sport, youth } = team
    expect(await titles({ body: [sport.code] })).toEqual(['Vergoedingen voor vrijwilligers', 'Afval 100%_verzekerd'])
    expect(await titles({ body: [sport.code], role: ['lead'] })).toEqual(['Vergoedingen voor vrijwilligers'])
    expect(await titles({ sector: [youth.sectorId] })).toEqual(['Afval 100%_verzekerd'])
    expect(await titles({ sector: [youth.sectorId], role: ['consulted'] })).toEqual([])
  })

  test('mine is what the own body has a part in, in the role that is asked for', async () => {
    const titlesOf = async (actor: Actor, filters: MeasureFilters) =>
      (await listMeasures(database.db, actor, { mine: true, ...filters })).map(measure => measure.title)
    expect(await titlesOf(team.forYouth, {})).toEqual(['Afval 100%_verzekerd'])
    expect(await titlesOf(team.forSport, { role: ['lead'] })).toEqual(['Vergoedingen voor vrijwilligers'])
    expect(await titlesOf(team.coordinator, {})).toEqual([])
  })

  test('bodies to choose from are those with a part in the plan', async () => {
    const codes = (await listBodiesOfPlan(database.db, team.observer)).map(body => body.code)
    expect(codes).toEqual([team.sport.code, team.youth.code].sort())
    expect(await listBodiesOfPlan(database.db, team.stranger)).toEqual([])
  })

  test('the axis of another plan is not this one’s', async () => {
    const other = await createPlan(database.db)
    await database.db.updateTable('axis').set({ position: 9 }).where('id', '=', other.axisId).execute()
    expect(await titles({ axis: [9] })).toEqual([])
  })
})

describe('search', () => {
  test.each<[string, string[]]>([
    ['vergoeding', ['Vergoedingen voor vrijwilligers']],
    ['goeding', ['Vergoedingen voor vrijwilligers']],
    ['VRIJW vergoed', ['Vergoedingen voor vrijwilligers']],
    ['vrijw afval', []],
    ['41', ['Vergoedingen voor vrijwilligers']],
    ['kandidaten', ['Afval 100%_verzekerd']],
    ['eentehui', ['Afval 100%_verzekerd']],
    ['afval gemeentehuis', ['Afval 100%_verzekerd']],
    ['%_', ['Afval 100%_verzekerd']],
    ['_', ['Afval 100%_verzekerd']],
    ["'\\ & | ! :* (", []],
  ])('%s', async (q, expected) => {
    expect(await titles({ q })).toEqual(expected)
  })
})

test('filters are read from an address; what makes no sense is left out', () => {
  const read = (query: string) => readMeasureFilters(new URLSearchParams(query))
  const query = 'q=zorg&priority=2&priority=3&level=flemish&body=CJM&mine=1'
  const filters = { q: 'zorg', priority: [2, 3], level: ['flemish'], body: ['CJM'], mine: true }
  expect(read(query)).toEqual(filters)
  expect(read('q=+zorg+&priority=2&priority=3&priority=2&level=flemish&level=x&body=CJM&mine=1')).toEqual(filters)
  expect(new URLSearchParams(filterValues(read(query))).toString()).toBe(query)
  expect(read('q=&priority=two&axis=-1&level=european&status=&horizon=never&body=&mine=yes&noLead=')).toEqual({})
})

test('more measures do not take more queries', async () => {
  let queries = 0
  const { db } = createDb({ connectionString: database.url, max: 1 })
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      queries++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await listMeasures(counting, team.observer)
  await db.destroy()
  expect(queries).toBe(2)
})
