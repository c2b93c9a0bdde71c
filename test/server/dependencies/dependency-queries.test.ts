import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDependency } from '#server/dependencies/add-dependency'
import type { DependencyKind } from '#server/dependencies/dependency.shared'
import { listDependenciesOf, readDependencyGraph } from '#server/dependencies/dependency-queries'
import { hitsToOwners } from '#server/dependencies/hits-to-owners'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeMeasure } from '#server/measures/change-measure'
import type { MeasureStatus } from '#server/measures/measure.shared'
import { addMeasure, ask, createTeam, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team
let register: string
let portal: string
let alone: string

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
  register = await addMeasure(database.db, team, { title: 'Register' })
  portal = await addMeasure(database.db, team, { title: 'Portal' })
  alone = await addMeasure(database.db, team, { title: 'Alone' })
  await link(register, portal, 'blocks', 'First the data')
  await link(portal, register, 'needs-regulation')
  await link(portal, register, 'overlaps')
  const responsibilityId = await ask(database.db, team, portal, team.sport.id)
  await database.db.transaction().execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId }))
})
afterAll(() => database.drop())

const link = (fromId: string, toId: string, kind: DependencyKind, note = '') =>
  database.db.transaction().execute(trx => addDependency(trx, team.editor, { fromId, toId, kind, note }))
const set = (measureId: string, before: MeasureStatus, value: MeasureStatus) =>
  database.db
    .transaction()
    .execute(trx => changeMeasure(trx, team.editor, { measureId, changes: [{ field: 'status', before, value }] }))

test('a measure shows what it hangs together with, both ways, with who leads the other', async () => {
  const ofPortal = await listDependenciesOf(database.db, portal)
  expect(ofPortal.map(({ kind, direction, note, other }) => [kind, direction, note, other.title])).toEqual([
    ['blocks', 'in', 'First the data', 'Register'],
    ['needs-regulation', 'out', '', 'Register'],
    ['overlaps', 'out', '', 'Register'],
  ])
  const ofRegister = await listDependenciesOf(database.db, register)
  expect(ofRegister.map(({ kind, direction, other }) => [kind, direction, other.lead?.code])).toEqual([
    ['blocks', 'out', team.sport.code],
    ['needs-regulation', 'in', team.sport.code],
    ['overlaps', 'in', team.sport.code],
  ])
  expect(await listDependenciesOf(database.db, alone)).toEqual([])
})

test('the picture of the plan has the measures that hang together, and no others', async () => {
  const graph = await readDependencyGraph(database.db, team.observer)
  expect(graph.measures.map(measure => measure.title).sort()).toEqual(['Portal', 'Register'])
  expect(graph.dependencies).toHaveLength(3)
  expect(await readDependencyGraph(database.db, team.stranger)).toEqual({ measures: [], dependencies: [] })
})

test('who carries what waits reads on their page and at home what became of the other, and nobody else does', async () => {
  await set(register, 'unknown', 'running')
  await set(register, 'running', 'stopped')
  const [waits, needs, overlaps] = await listDependenciesOf(database.db, portal)
  expect(waits?.hit).toMatchObject({ verb: 'dependency.status', status: 'stopped' })
  expect(needs?.hit).toMatchObject({ status: 'stopped' })
  // What only overlaps does not wait, and the other way round nobody was told.
  expect(overlaps?.hit).toBeNull()
  expect((await listDependenciesOf(database.db, register)).map(row => row.hit)).toEqual([null, null, null])

  const home = (actor: Team['editor']) => hitsToOwners(database.db, actor, { limit: 10 })
  expect(await home(team.forSport)).toMatchObject([
    { measureTitle: 'Portal', causeTitle: 'Register', hit: { verb: 'dependency.status', status: 'stopped' } },
  ])
  expect(await home(team.forYouth)).toEqual([])
  expect(await home(team.observer)).toEqual([])
  // Who did it knows.
  expect(await home(team.editor)).toEqual([])
})
