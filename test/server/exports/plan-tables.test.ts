import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportWords } from '#app/routes/plan-export/words.server'
import { seedDatabase } from '#db/seed/seed'
import type { Actor } from '#server/auth/actor.shared'
import { freezeBaseline } from '#server/baselines/freeze-baseline'
import { renderText } from '#server/documents/render-text'
import { aboutSheet } from '#server/exports/about-sheet'
import { dependencyTable, reportTable, slippageTable } from '#server/exports/follow-up-tables'
import { mapTable } from '#server/exports/map-table'
import { planDocument } from '#server/exports/plan-document'
import { measureTable, milestoneTable, responsibilityTable } from '#server/exports/plan-tables'
import { readPlanExport } from '#server/exports/read-plan-export'
import { changeMilestone } from '#server/measures/change-milestone'
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

test('what was reported, what slipped and how measures hang together come along, and the document says it per measure', async () => {
  const before = await readPlanExport(here.db, coordinator)
  expect(before.slippage).toBeNull()
  expect(slippageTable(before, words).rows).toEqual([])
  await here.db.transaction().execute(trx =>
    freezeBaseline(trx, coordinator, {
      name: 'Goedkeuring',
      reason: 'approval',
      datedOn: '2026-01-01',
      note: '',
    }),
  )
  const milestone = before.milestones.find(({ label }) => label === 'Antwoord van de RVA')
  const [year, month] = (milestone?.plannedFor ?? '').split('-')
  await here.db.transaction().execute(trx =>
    changeMilestone(trx, coordinator, {
      milestoneId: milestone?.id ?? '',
      changes: [{ field: 'plannedFor', before: milestone?.plannedFor ?? null, value: `${Number(year) + 1}-${month}` }],
      reason: 'De RVA wacht',
    }),
  )
  const plan = await readPlanExport(here.db, coordinator)
  const slipped = slippageTable(plan, words)
  expect(slipped.rows).toHaveLength(1)
  expect(slipped.rows[0]?.slice(2, 5)).toEqual(['Goedkeuring', 'Datums', 'Mijlpaal “Antwoord van de RVA”'])
  expect(slipped.rows[0]?.[7]).toBe('12 maanden later')

  const reported = reportTable(plan, words)
  expect(reported.rows.length).toBe(plan.reports.length)
  const needsHelp = plan.reports.find(({ measureId }) => measureId === milestone?.measureId)
  expect(reported.rows.some(row => row.includes(needsHelp?.hindrance ?? '?') && row.includes('steun nodig'))).toBe(true)

  const map = mapTable(plan, words)
  const open = map.rows.filter(row => row[2] === 'ja').map(row => row[1])
  expect(open).toEqual(['Gelijke toegang tot vrijwilligerswerk'])
  const care = map.columns.findIndex(({ label }) => label === 'ZORG')
  expect(map.rows.find(row => row[1] === open[0])?.[care]).toBe('T?')
  const carried = plan.responsibilities.filter(({ bodyCode }) => bodyCode === 'ZORG')
  expect(map.rows.at(-1)?.[care]).toBe(new Set(carried.map(({ measureId }) => measureId)).size)

  const relations = dependencyTable(plan, words).rows.map(row => row[2])
  expect(relations).toContain('gaat vooraf aan')

  const occasion = { groupName: 'De groep', personName: 'Ik', madeAt: new Date(), filters: [] }
  const { blocks, facts } = planDocument(plan, occasion, words)
  const said = JSON.stringify(blocks)
  expect(facts).toContainEqual(['IJkpunt', 'Goedkeuring, 1 jan. 2026'])
  for (const text of ['Sinds ijkpunt Goedkeuring', '12 maanden later', needsHelp?.hindrance ?? '?']) {
    expect(said).toContain(text)
  }
  const totals = blocks.find(block => block.kind === 'table' && block.title === 'Aantal maatregelen per prioriteit')
  const last = totals?.kind === 'table' ? totals.rows.at(-1)?.map(([run]) => run?.text) : []
  expect(last?.[0]).toBe('Samen')
  expect([last?.[1], last?.[3], last?.at(-1)]).toEqual(['21', '1', '1'])

  // Of one choice from the plan, only what is in it.
  const done = await readPlanExport(here.db, coordinator, { status: ['done'] })
  expect(done.slippage?.measures).toEqual([])
  expect(done.reports.every(({ measureId }) => done.measures.some(({ id }) => id === measureId))).toBe(true)
})
