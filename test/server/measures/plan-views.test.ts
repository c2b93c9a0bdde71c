import { createElement } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layOut } from '#app/dependency-layout.server'
import { historyTable } from '#app/history/history-table.server'
import { translator } from '#app/i18n/translator'
import { DependencyDrawing } from '#app/pictures/dependency-drawing'
import { drawPicture } from '#app/pictures/draw-picture.server'
import { OwnersDrawing } from '#app/pictures/owners-drawing'
import { exportWords } from '#app/routes/plan-export/words.server'
import { readTimeline } from '#server/baselines/plan-timeline'
import { addDependency } from '#server/dependencies/add-dependency'
import { readDependencyGraph } from '#server/dependencies/dependency-queries'
import { openThreadInput } from '#server/discussions/discussion.shared'
import { openThread } from '#server/discussions/open-thread'
import { resolveThread } from '#server/discussions/resolve-thread'
import { matrixTable } from '#server/exports/matrix-table'
import { readPlanExport } from '#server/exports/read-plan-export'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { readAllChanges } from '#server/measures/changed-measures'
import { readBoard } from '#server/measures/measure-board'
import { readWholeHistory } from '#server/measures/measure-history'
import { listMeasures } from '#server/measures/measure-list'
import { readMatrix } from '#server/measures/measure-matrix'
import { responsibilityHistory } from '#server/measures/responsibility-history'
import { readResponsibilityMap } from '#server/measures/responsibility-map'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { addMeasure, ask, createTeam, type Team } from './team'

let here: TestDatabase
let team: Team
let measureId: string
let otherId: string

const run = <T>(work: Parameters<ReturnType<typeof here.db.transaction>['execute']>[0]) =>
  here.db.transaction().execute(work) as Promise<T>

beforeAll(async () => {
  here = await createTestDatabase()
  team = await createTeam(here.db)
  measureId = await addMeasure(here.db, team, { title: 'Besproken', number: 1 })
  otherId = await addMeasure(here.db, team, { title: 'Ernaast', number: 2, level: 'local' })
  const talk = (id: string) =>
    run<string>(trx => openThread(trx, team.forSport, openThreadInput.parse({ measureId: id, text: 'Hoe?' })))
  await talk(measureId)
  await talk(measureId)
  const threadId = await talk(otherId)
  await run(trx => resolveThread(trx, team.editor, { threadId }))
  const responsibilityId = await ask(here.db, team, measureId, team.sport.id)
  await run(trx => acceptResponsibility(trx, team.forSport, { responsibilityId }))
  const link = { fromId: measureId, toId: otherId, kind: 'blocks' as const, note: '' }
  await run(trx => addDependency(trx, team.editor, link))
})
afterAll(() => here.drop())

test('every view counts the open discussions of a measure as the table does', async () => {
  const { db } = here
  const counts = (rows: { id: string; openThreads: number }[]) =>
    [measureId, otherId].map(id => rows.find(row => row.id === id)?.openThreads)
  const measures = await listMeasures(db, team.editor, {})
  const cells = await readMatrix(db, team.editor)
  const views = [
    measures,
    (await readBoard(db, team.editor)).flatMap(column => column.cards),
    cells.flatMap(cell => cell.measures),
    (await readTimeline(db, team.editor)).rows,
    (await readResponsibilityMap(db, team.editor)).rows,
  ]
  expect(views.map(counts)).toEqual(views.map(() => [2, 0]))
  expect(cells.map(cell => [cell.level, cell.openThreads]).sort()).toEqual([
    ['flemish', 2],
    ['local', 0],
  ])
})

test('the matrix as a table leaves empty what nothing was seen of', async () => {
  const { columns, rows } = matrixTable(await readPlanExport(here.db, team.editor), exportWords('nl'))
  expect(columns.map(({ label }) => label).slice(0, 4)).toEqual([
    'Actiedomein',
    'Niveau',
    'Maatregelen',
    'Nog te bevestigen',
  ])
  const seen = rows.filter(row => row[2] !== null)
  expect(seen.map(row => [row[0], row[1], row[2], row.at(-1)])).toEqual([
    ['Zonder actiedomein', 'Vlaams', 1, 0],
    ['Zonder actiedomein', 'Lokaal', 1, 1],
  ])
  expect(
    rows
      .find(row => row[0] === 'An axis')
      ?.slice(2)
      .every(cell => cell === null),
  ).toBe(true)
  const local = await readPlanExport(here.db, team.editor, { level: ['local'] })
  expect(matrixTable(local, exportWords('nl')).rows.every(row => row[1] === 'Lokaal')).toBe(true)
})

test('history is a table of who did what, from what to what; that of the plan names the measures', async () => {
  const whole = await readWholeHistory(here.db, team.editor, measureId, {})
  const own = historyTable('nl', { ...whole, titles: new Map([[measureId, 'Besproken']]) })
  const did = own.columns.findIndex(({ label }) => label === 'Wat')
  expect(own.rows.map(row => String(row[did])).some(words => /^aanvaardde voor .*rol “/.test(words))).toBe(true)
  expect(own.rows.every(row => row[0] === 'Besproken' && /^\d{4}-\d\d-\d\d$/.test(String(row[1])))).toBe(true)
  const changes = await readAllChanges(here.db, team.editor, {})
  const all = historyTable('nl', changes)
  expect([...new Set(all.rows.map(row => row[0]))].sort()).toEqual(['Besproken', 'Ernaast'])
  expect((await readAllChanges(here.db, team.stranger, {})).lines).toEqual([])
})

test('what is drawn of dependencies and of who carried a measure stands in a file of its own', async () => {
  const caption = { view: 'Test', planTitle: 'Plan', groupName: 'Overleg', today: '2099-01-01' }
  const picture = layOut(await readDependencyGraph(here.db, team.editor))
  const graph = drawPicture('nl', createElement(DependencyDrawing, { caption, picture: picture!, centre: measureId }))
  const t = translator('nl', 'dependencies')
  for (const words of ['Besproken', 'Ernaast', t('arrows.blocks'), 'Overleg']) expect(graph).toContain(words)
  const history = await responsibilityHistory(here.db, measureId)
  const owners = drawPicture('nl', createElement(OwnersDrawing, { caption, history }))
  expect(owners).toContain(team.sport.code)
  for (const svg of [graph, owners]) expect(svg).toMatch(/<\/svg>\n$/)
})
