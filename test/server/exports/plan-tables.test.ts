import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportWords } from '#app/routes/plan-export/words.server'
import { seedDatabase } from '#db/seed/seed'
import type { Actor } from '#server/auth/actor.shared'
import { renderText } from '#server/documents/render-text'
import { aboutSheet } from '#server/exports/about-sheet'
import { measureTable, milestoneTable, responsibilityTable } from '#server/exports/plan-tables'
import { readPlanExport } from '#server/exports/read-plan-export'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createActor } from '#test/support/fixtures'

let here: TestDatabase
let coordinator: Actor
const words = exportWords('nl')

beforeAll(async () => {
  here = await createTestDatabase()
  await seedDatabase(here.db, { content: 'demo', freeze: renderText })
  const mandate = await here.db
    .selectFrom('mandate')
    .select('personId')
    .where('role', '=', 'coordinator')
    .executeTakeFirstOrThrow()
  coordinator = await actorFor(here.db, mandate.personId)
})
afterAll(() => here.drop())

test('the tables hold the whole plan, in words of the reader', async () => {
  const plan = await readPlanExport(here.db, coordinator)
  const measures = measureTable(plan, words)
  const cell = (row: number, label: string) => measures.rows[row]?.[measures.columns.findIndex(c => c.label === label)]
  expect(measures.rows).toHaveLength(21)
  expect(cell(0, 'Prioriteit')).toBe('1. Vrijwilligerswerk zuiver houden')
  expect(cell(0, 'Tekst')).toMatch(/^## Waarom\n\n/)
  expect(new Set(measures.rows.map((_, row) => cell(row, 'Niveau')))).toEqual(new Set(['Federaal', 'Vlaams', 'Lokaal']))
  expect(cell(0, 'Afgeleide velden')).toContain('Soort')
  expect(responsibilityTable(plan, words).rows).toHaveLength(plan.responsibilities.length)
  expect(plan.responsibilities.length).toBeGreaterThan(20)
  expect(milestoneTable(plan, words).rows).toHaveLength(plan.milestones.length)
  expect(plan.milestones.length).toBeGreaterThan(20)
  const about = aboutSheet(
    plan,
    { groupName: 'De groep', personName: 'Ik', madeAt: new Date(), filters: ['Stand: x'] },
    words,
  )
  expect(about.rows).toContainEqual(['Overleg', 'De groep'])
  expect(about.rows).toContainEqual(['Gefilterd op', 'Stand: x'])
})

test('only what the filters let through is in them, and of another group nothing', async () => {
  const federal = await readPlanExport(here.db, coordinator, { level: ['federal'] })
  expect(new Set(federal.measures.map(measure => measure.level))).toEqual(new Set(['federal']))
  const ids = federal.measures.map(measure => measure.id)
  for (const { measureId } of [...federal.responsibilities, ...federal.milestones]) expect(ids).toContain(measureId)
  const stranger = await createActor(here.db, { role: 'coordinator' })
  const nothing = await readPlanExport(here.db, stranger)
  expect([nothing.plan, nothing.measures, nothing.responsibilities, nothing.milestones]).toEqual([null, [], [], []])
})

test('chosen columns come in the order of the address, with the id behind them', async () => {
  const table = measureTable(await readPlanExport(here.db, coordinator), words, ['title', 'level'])
  expect(table.columns.map(column => column.label)).toEqual(['Titel', 'Niveau', 'Id'])
})
