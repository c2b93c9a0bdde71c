import { afterAll, beforeAll, expect, test } from 'vitest'
import bodies from '#db/seed/bodies.json'
import { demoAccounts } from '#db/seed/demo-accounts'
import { seedDatabase } from '#db/seed/seed'
import { summarise } from '#db/seed/seed-measures'
import { renderText } from '#server/documents/render-text'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase

beforeAll(async () => {
  here = await createTestDatabase()
  await seedDatabase(here.db, { content: 'demo', freeze: renderText })
})
afterAll(() => here.drop())

test('keeps of every body where it was seen, and gives it the colour of its sector', async () => {
  const rows = await here.db
    .selectFrom('body')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .selectAll('body')
    .select('sector.colour')
    .execute()
  expect(rows.filter(row => row.certainty === 'inferred')).toHaveLength(
    bodies.sectors.filter(body => body.certainty === 'inferred').length,
  )
  const colours = Object.fromEntries(rows.map(row => [row.code, row.colour]))
  expect(colours).toMatchObject({ CJM: 1, ZORG: 2, SPORT: 3, ANB: 4, SARO: 5, OV: 6, WSE: 7, VGC: 8, DV: 9 })
  expect(colours).toMatchObject({ VVSG: 10, VVP: 10, DVV: 11, VSVW: 11, HRV: 12, RVA: 12, FODJUS: 12 })
  expect(rows.find(row => row.code === 'ZORG')).toMatchObject({
    level: 'flemish',
    kind: 'department',
    partInConsultation: 'member',
    certainty: 'inferred',
    source: 'Webpagina Departement Zorg over vrijwilligerswerk',
    formerNames: ['Departement Welzijn, Volksgezondheid en Gezin'],
    isDemo: false,
  })
})

test('keeps of every measure and milestone what was seen and what was inferred', async () => {
  const second = await here.db.selectFrom('measure').selectAll().where('number', '=', 2).executeTakeFirstOrThrow()
  expect(second).toMatchObject({
    kind: 'measure',
    level: 'flemish',
    horizonFrom: 'short',
    horizonTo: 'medium',
    status: 'continuous',
    origin: 'plan-2016',
    source: 'Actieplan 2016, actie 2',
    certainty: 'seen',
    isDemo: false,
  })
  expect(second.fieldCertainty).toEqual({
    title: 'seen',
    axis: 'seen',
    level: 'seen',
    horizon: 'seen',
    priority: 'inferred',
    status: 'inferred',
    kind: 'inferred',
  })
  const unsourced = await here.db
    .selectFrom('milestone')
    .select('id')
    .where('isDemo', '=', false)
    .where(eb => eb.or([eb('source', 'is', null), eb('certainty', 'is', null)]))
    .execute()
  expect(unsourced).toEqual([])
  expect(await here.db.selectFrom('measure').select('number').where('number', 'is not', null).execute()).toHaveLength(4)
})

test('has one measure without an accepted lead, and something to answer for every representative', async () => {
  const proposed = await here.db
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .select(['body.code', 'role', 'responsibility.isDemo', 'responsibility.certainty', 'proposedBy'])
    .where('state', '=', 'proposed')
    .execute()
  expect(proposed.filter(row => !row.isDemo)).toEqual([
    { code: 'ZORG', role: 'lead', isDemo: false, certainty: 'inferred', proposedBy: null },
  ])
  expect(proposed.filter(row => row.isDemo).every(row => row.proposedBy !== null)).toBe(true)
  const asked = new Set(proposed.map(row => row.code))
  const representatives = demoAccounts.filter(account => account.role === 'representative')
  expect(representatives.filter(account => !asked.has(account.bodyCode))).toEqual([])
})

test('a summary is made of whole sentences', () => {
  expect(summarise('Kort.')).toBe('Kort.')
  expect(summarise('Eén zin. En nog een.')).toBe('Eén zin. En nog een.')
  const long = `${'a'.repeat(150)}.`
  expect(summarise(`${long} ${long}`)).toBe(long)
})
