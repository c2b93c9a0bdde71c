import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDb } from '#db/client'
import { type ActivityInput, recordActivity } from '#server/activity/record-activity'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { addEvidenceLink } from '#server/measures/add-evidence'
import { changeMeasure } from '#server/measures/change-measure'
import { listChangedMeasures } from '#server/measures/changed-measures'
import { type HistoryFilters, readCursor, readHistoryFilters } from '#server/measures/history.shared'
import type { MeasureChange } from '#server/measures/measure.shared'
import { readHistoryChoices, readMeasureHistory } from '#server/measures/measure-history'
import { readMeasureMark } from '#server/measures/measure-mark'
import { reviewMeasure } from '#server/measures/review-measure'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team
let measureId: string

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  measureId = await addMeasure(database.db, team, { title: 'Verzekering' })
})

const change = (actor: Actor, id: string, ...changes: MeasureChange[]) =>
  database.db.transaction().execute(trx => changeMeasure(trx, actor, { measureId: id, changes }))
const did = (actor: Actor, input: Partial<ActivityInput> = {}) =>
  database.db.transaction().execute(trx =>
    recordActivity(trx, actor, {
      verb: 'text.edited',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`],
      ...input,
    }),
  )
const read = (filters: HistoryFilters = {}, before?: number) =>
  readMeasureHistory(database.db, team.observer, measureId, { filters, before })
const verbs = async (filters: HistoryFilters = {}) => (await read(filters)).lines.map(line => line.verb)
/** A meeting that ended at this moment. */
const meet = async () => {
  const row = { groupId: team.group.id, title: 'Najaar', startsAt: new Date(0), status: 'concluded' as const }
  const { id } = await database.db
    .insertInto('meeting')
    .values({ ...row, endedAt: sql`clock_timestamp()` })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

test('tells who, for which body, in which role, changed what from what to what, the newest first', async () => {
  await change(team.editor, measureId, { field: 'status', before: 'unknown', value: 'running' })
  await change(team.coordinator, measureId, { field: 'axis', before: null, value: team.plan.axisId })
  const { lines, names, next } = await read()
  expect(lines).toMatchObject([
    {
      verb: 'measure.changed',
      personName: team.coordinator.name,
      role: 'coordinator',
      bodyCode: team.coordinator.mandate.bodyCode,
      before: { axis: null },
      after: { axis: team.plan.axisId },
    },
    {
      role: 'editor',
      bodyCode: team.sport.code,
      before: { status: 'unknown' },
      after: { status: 'running' },
    },
    { verb: 'measure.created', after: { title: 'Verzekering' } },
  ])
  expect(names[team.plan.axisId]?.label).toBe('An axis')
  expect(names[team.plan.priorityId]?.label).toBe('A priority')
  expect(next).toBeNull()
})

test('has what other records say of it, whatever their verb, and nothing of another group', async () => {
  await did(team.coordinator, {
    verb: 'something.new',
    subjectType: 'something',
    subjectId: team.group.id,
    after: { bodyId: team.youth.id, list: [{ bodyId: team.sport.id }] },
  })
  const { lines, names } = await read()
  expect(lines[0]).toMatchObject({ verb: 'something.new', subject: { type: 'something', title: null } })
  expect([names[team.youth.id]?.code, names[team.sport.id]?.code]).toEqual([team.youth.code, team.sport.code])
  const foreign = readMeasureHistory(database.db, team.stranger, measureId, { filters: {} })
  expect((await foreign).lines).toEqual([])
  expect(await refusal(readMeasureMark(database.db, team.stranger, measureId))).toBe('not-found')
})

test('what somebody writes in a text in a day is one line, between the versions around it', async () => {
  const { documentId } = await database.db
    .selectFrom('measure')
    .select('documentId')
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const version = (number: number, seq: number) => ({
    documentId,
    number,
    seq,
    reason: 'manual' as const,
    state: Buffer.from([0]),
    json: '{}',
    text: '',
    html: '',
    hash: String(number),
  })
  await database.db
    .insertInto('documentVersion')
    .values([version(1, 3), version(2, 9)])
    .execute()
  await did(team.editor, { before: { seq: 3 }, after: { seq: 4 } })
  await did(team.coordinator, { before: { seq: 4 }, after: { seq: 5 } })
  await did(team.editor, { before: { seq: 5 }, after: { seq: 8 } })
  await did(team.editor, { before: { seq: 8 }, after: { seq: 12 } })
  const [last, other] = (await read({ kind: 'text' })).lines
  expect(last).toMatchObject({ times: 3, bodyCode: team.sport.code, versions: { from: 1, to: null } })
  expect(other).toMatchObject({ times: 1, versions: { from: 1, to: 2 } })
})

describe('filters', () => {
  beforeEach(async () => {
    await change(team.coordinator, measureId, { field: 'title', before: 'Verzekering', value: 'Verzekerd' })
    const responsibilityId = await ask(database.db, team, measureId, team.youth.id)
    await database.db.transaction().execute(trx => acceptResponsibility(trx, team.forYouth, { responsibilityId }))
    await did(team.editor, { verb: 'something.new' })
  })

  test.each<[string, () => HistoryFilters, string[]]>([
    ['kind', () => ({ kind: 'responsibility' }), ['responsibility.accepted', 'responsibility.proposed']],
    ['what has no kind', () => ({ kind: 'other' }), ['something.new']],
    ['a body', () => ({ who: team.youth.id }), ['responsibility.accepted']],
    ['a person', () => ({ who: team.coordinator.personId }), ['measure.renamed']],
    ['two at once', () => ({ who: team.editor.personId, kind: 'facts' }), ['measure.created']],
    ['until before it began', () => ({ until: '2020-01-01' }), []],
    ['a period', () => ({ from: '2020-01-01', until: '2100-01-01', kind: 'other' }), ['something.new']],
    ['from tomorrow on', () => ({ from: '2100-01-01' }), []],
  ])('%s', async (_, filters, expected) => {
    expect(await verbs(filters())).toEqual(expected)
  })

  test('since a meeting', async () => {
    const meeting = await meet()
    expect(await verbs({ meeting })).toEqual([])
    await database.db.transaction().execute(trx => reviewMeasure(trx, team.coordinator, { measureId }))
    expect(await verbs({ meeting })).toEqual(['measure.reviewed'])
  })

  test('offer what is there', async () => {
    const { kinds, people, bodies } = await readHistoryChoices(database.db, team.observer, measureId)
    expect(kinds).toEqual(['facts', 'responsibility', 'other'])
    expect(people.map(person => person.id).sort()).toEqual(
      [team.coordinator.personId, team.editor.personId, team.forYouth.personId].sort(),
    )
    expect(bodies.map(body => body.code).sort()).toEqual(
      [team.coordinator.mandate.bodyCode, team.sport.code, team.youth.code].sort(),
    )
  })
})

test('comes in pages by a cursor, each line once, while others add to it', async () => {
  for (let nth = 0; nth < 60; nth++) await did(team.editor, { verb: `something.${nth}` })
  const first = await read()
  await did(team.editor, { verb: 'something.later' })
  const second = await read({}, first.next ?? 0)
  const all = [...first.lines, ...second.lines].map(line => line.verb)
  expect(first.lines).toHaveLength(50)
  expect(second.next).toBeNull()
  expect(all).toEqual([...Array.from({ length: 60 }, (_, nth) => `something.${59 - nth}`), 'measure.created'])
})

test('takes two queries, however many lines there are', async () => {
  for (let nth = 0; nth < 5; nth++) await did(team.editor, { verb: `something.${nth}`, after: { at: team.sport.id } })
  let queries = 0
  const { db } = createDb({ connectionString: database.url, max: 1 })
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      queries++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await readMeasureHistory(counting, team.observer, measureId, { filters: {} })
  await db.destroy()
  expect(queries).toBe(2)
})

describe('what changed in the plan', () => {
  const changed = (filters: HistoryFilters, actor = team.observer) =>
    listChangedMeasures(database.db, actor, { filters })

  test('since a meeting: which measures, the last changed first, with what was done', async () => {
    const untouched = await addMeasure(database.db, team, { title: 'Untouched' })
    const part = await addMeasure(database.db, team, { title: 'Part', parentId: measureId })
    const meeting = await meet()
    await change(team.editor, measureId, { field: 'status', before: 'unknown', value: 'done' })
    await change(team.editor, part, { field: 'title', before: 'Part', value: 'A part' })
    await database.db
      .transaction()
      .execute(trx =>
        addEvidenceLink(trx, team.editor, { measureId, name: 'Nota', description: '', url: 'https://example.org' }),
      )
    const { measures, total } = await changed({ meeting })
    expect(measures.map(measure => [measure.title, measure.lines.map(line => line.verb)])).toEqual([
      ['Verzekering', ['evidence.added', 'measure.changed']],
      ['A part', ['measure.renamed']],
    ])
    expect(measures.map(measure => measure.id)).not.toContain(untouched)
    expect(total).toBe(2)
    expect(await changed({ meeting }, team.stranger)).toMatchObject({ measures: [], total: 0 })
  })

  test('of a measure with much, the newest and how much there is', async () => {
    const meeting = await meet()
    for (let nth = 0; nth < 9; nth++) await did(team.editor, { verb: `something.${nth}` })
    const [measure] = (await changed({ meeting })).measures
    expect(measure?.count).toBe(9)
    expect(measure?.lines.map(line => line.verb)).toEqual([8, 7, 6, 5, 4, 3].map(nth => `something.${nth}`))
  })
})

test('filters and cursors are read from an address; what makes no sense is left out', () => {
  const params = (query: string) => new URLSearchParams(query)
  expect(readHistoryFilters(params('kind=text&who=x&from=2026-02-31&until=2026-02-03&meeting='))).toEqual({
    kind: 'text',
    until: '2026-02-03',
  })
  expect(readHistoryFilters(params('from=2026-13-01&kind=facts '))).toEqual({})
  expect([readCursor(params('before=12')), readCursor(params('before=-1')), readCursor(params(''))]).toEqual([
    12,
    undefined,
    undefined,
  ])
})
