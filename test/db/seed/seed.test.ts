import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoAccounts } from '#db/seed/demo-accounts'
import { seedDatabase } from '#db/seed/seed'
import { largePlan } from '#db/seed/seed-large'
import { renderText } from '#server/documents/render-text'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase
const freeze = renderText

const tables = [
  'sector',
  'body',
  'consultationGroup',
  'plan',
  'axis',
  'priority',
  'measure',
  'milestone',
  'document',
] as const
const demoTables = [
  'person',
  'mandate',
  'meeting',
  'attendance',
  'agendaItem',
  'decision',
  'documentVersion',
  'dependency',
  'progressReport',
  'updateRound',
  'positionRound',
  'position',
  'condition',
] as const
type Counted = (typeof tables)[number] | (typeof demoTables)[number] | 'responsibility'

async function count(table: Counted): Promise<number> {
  const row = await here.db
    .selectFrom(table)
    .select(eb => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return row.rows
}

const countAll = async (names: readonly Counted[]) =>
  Object.fromEntries(await Promise.all(names.map(async name => [name, await count(name)])))

const planCounts = {
  sector: 12,
  body: 37,
  consultationGroup: 1,
  plan: 1,
  axis: 3,
  priority: 6,
  measure: 21,
  milestone: 49,
  document: 21,
}

/** The demo plans some milestones of its own, and has a text for the minutes of each item. */
const demoCounts = { ...planCounts, milestone: 55, document: 21 + 16 }

describe('the demo', () => {
  beforeAll(async () => {
    here = await createTestDatabase()
    // Two nodes that start at the same moment.
    const options = { content: 'demo', freeze, demoPasswordHash: 'a hash' } as const
    const both = await Promise.all([seedDatabase(here.db, options), seedDatabase(here.db, options)])
    expect(both.map(({ seeded }) => seeded).sort()).toEqual([false, true])
  })
  afterAll(() => here.drop())

  test('holds the plan once, and the meetings', async () => {
    expect(await countAll(tables)).toEqual(demoCounts)
    expect(await countAll(demoTables)).toEqual({
      person: demoAccounts.length,
      mandate: demoAccounts.length,
      meeting: 4,
      attendance: 40,
      agendaItem: 16,
      decision: 12,
      documentVersion: 14,
      dependency: 10,
      progressReport: 14,
      updateRound: 1,
      positionRound: 2,
      position: 7,
      condition: 4,
    })
  })

  test('says of everything planned and linked that it is an example', async () => {
    const milestones = await here.db.selectFrom('milestone').select(['plannedFor', 'isDemo']).execute()
    expect(milestones.filter(row => row.plannedFor !== null)).toHaveLength(6)
    expect(milestones.filter(row => row.isDemo !== (row.plannedFor !== null))).toEqual([])
    const links = await here.db.selectFrom('dependency').select('isDemo').execute()
    expect(links.every(row => row.isDemo)).toBe(true)
  })

  test('is left as it is by a later start', async () => {
    await here.db.updateTable('measure').set({ title: 'Herschreven' }).where('number', '=', 4).execute()
    expect(await seedDatabase(here.db, { content: 'demo', freeze })).toEqual({ seeded: false })
    expect(await seedDatabase(here.db, { content: 'plan', freeze })).toEqual({ seeded: false })
    expect(await seedDatabase(here.db, { content: 'none', freeze })).toEqual({ seeded: false })
    expect(await countAll(tables)).toEqual(demoCounts)
    const rewritten = await here.db.selectFrom('measure').select('title').where('number', '=', 4).executeTakeFirst()
    expect(rewritten?.title).toBe('Herschreven')
  })
})

describe('without the demo', () => {
  beforeEach(async () => {
    here = await createTestDatabase()
  })
  afterEach(() => here.drop())

  test('the plan alone brings no people, no meetings and nothing of the demo', async () => {
    expect(await seedDatabase(here.db, { content: 'plan', freeze })).toEqual({ seeded: true })
    expect(await countAll(tables)).toEqual(planCounts)
    expect(Object.values(await countAll(demoTables)).every(rows => rows === 0)).toBe(true)
    const responsibilities = await here.db.selectFrom('responsibility').select(['role', 'state', 'isDemo']).execute()
    expect(responsibilities.filter(row => row.role === 'lead')).toHaveLength(21)
    expect(responsibilities.filter(row => row.isDemo || row.state !== 'accepted')).toEqual([])
  })

  test('a large plan is the demo and more, the same every time', async () => {
    expect(await seedDatabase(here.db, { content: 'large', freeze })).toEqual({ seeded: true })
    expect(await count('body')).toBe(largePlan.bodies)
    expect(await count('measure')).toBe(largePlan.measures)
    expect(await count('responsibility')).toBe(largePlan.responsibilities)
    expect(await count('meeting')).toBe(4)
    const last = await here.db.selectFrom('measure').select(['title', 'status', 'isDemo']).where('number', '=', 2000)
    expect(await last.executeTakeFirst()).toEqual({
      title: 'Vorming voor mensen met een beperking vernieuwen',
      status: 'continuous',
      isDemo: true,
    })
  })

  test('without content there are only the sectors, and the plan may still follow', async () => {
    expect(await seedDatabase(here.db, { content: 'none', freeze })).toEqual({ seeded: true })
    expect(await seedDatabase(here.db, { content: 'none', freeze })).toEqual({ seeded: false })
    expect(await countAll(['sector', 'body', 'consultationGroup'])).toEqual({
      sector: 12,
      body: 0,
      consultationGroup: 0,
    })
    expect(await seedDatabase(here.db, { content: 'plan', freeze })).toEqual({ seeded: true })
    expect(await countAll(tables)).toEqual(planCounts)
  })

  test('a seed that fails leaves nothing behind', async () => {
    const broken = () => {
      throw new Error('cannot render')
    }
    await expect(seedDatabase(here.db, { content: 'demo', freeze: broken })).rejects.toThrow('cannot render')
    expect(await countAll(['sector', 'body', 'measure'])).toEqual({ sector: 0, body: 0, measure: 0 })
  })
})
