import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusReportWords } from '#app/routes/status-report-file/words.server'
import type { Database } from '#db/schema/index'
import type { Actor } from '#server/auth/actor.shared'
import { freezeBaseline } from '#server/baselines/freeze-baseline'
import { statusReportDocument } from '#server/exports/status-report-document'
import { reportedTable, slippedTable } from '#server/exports/status-report-tables'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeMeasure } from '#server/measures/change-measure'
import type { ChangeMeasureInput } from '#server/measures/measure.shared'
import type { ReportProgressInput } from '#server/measures/progress.shared'
import { readProgress } from '#server/measures/progress-queries'
import { reportProgress } from '#server/measures/report-progress'
import { transferResponsibility } from '#server/measures/transfer-responsibility'
import { closeRound } from '#server/rounds/close-round'
import { openRound } from '#server/rounds/open-round'
import { readRound } from '#server/rounds/read-round'
import { readStatusReport } from '#server/rounds/read-status-report'
import { remindOwners } from '#server/rounds/remind-owners'
import type { OpenRoundInput } from '#server/rounds/round.shared'
import { listRounds } from '#server/rounds/round-list'
import { updatesAsked } from '#server/rounds/updates-asked'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createMandate } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, refusal, type Team } from '../measures/team'

let database: TestDatabase
let team: Team
let former: Actor
/** sport leads the first; sport and youth carry the second; nobody carries the third, which is of the second priority */
let first: string
let second: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { db } = database
  team = await createTeam(db)
  const bodyId = team.sport.id
  const ended = { groupId: team.group.id, bodyId, role: 'coordinator', endsOn: '2021-01-01' } as const
  const { personId } = await createMandate(db, ended)
  await createMandate(db, { personId, groupId: team.group.id, role: 'observer' })
  former = await actorFor(db, personId)
  const priority = await db
    .insertInto('priority')
    .values({ planId: team.plan.id, position: 2, title: 'Second' })
    .returning('id')
    .executeTakeFirstOrThrow()
  first = await addMeasure(db, team, { title: 'First' })
  second = await addMeasure(db, team, { title: 'Second' })
  await addMeasure(db, team, { title: 'Third', priorityId: priority.id })
  await carry(first, 'lead', team.sport.id, team.forSport)
  await carry(second, 'lead', team.sport.id, team.forSport)
  await carry(second, 'co-lead', team.youth.id, team.forYouth)
})

const run = <T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> => database.db.transaction().execute(work)

async function carry(measureId: string, role: 'lead' | 'co-lead', bodyId: string, by: Actor) {
  const responsibilityId = await ask(database.db, team, measureId, bodyId, role)
  await run(trx => acceptResponsibility(trx, by, { responsibilityId }))
}

async function report(actor: Actor, measureId: string, said: Partial<ReportProgressInput> = {}) {
  const { reports } = await readProgress(database.db, measureId)
  const input: ReportProgressInput = {
    measureId,
    seen: reports[0]?.id,
    isCorrection: false,
    status: 'running',
    percentage: 40,
    confidence: 'reachable',
    achieved: '',
    hindrance: '',
    upcoming: '',
    ...said,
  }
  await run(trx => reportProgress(trx, actor, input))
}

const open = (actor: Actor = team.coordinator, input: Partial<OpenRoundInput> = {}) =>
  run(trx =>
    openRound(trx, actor, {
      title: 'Spring',
      question: 'How far are we?',
      dueOn: '2099-01-01',
      filter: '',
      withFinished: false,
      ...input,
    }),
  )
const remind = (actor: Actor, roundId: string, bodyId?: string) =>
  run(trx => remindOwners(trx, actor, { roundId, bodyId }))
const close = (actor: Actor, roundId: string, conclusion = '') =>
  run(trx => closeRound(trx, actor, { roundId, conclusion }))
const read = (roundId: string) => readRound(database.db, team.observer, roundId)
const asked = async (actor: Actor) => (await updatesAsked(database.db, actor)).map(row => row.measureTitle)

describe('who may', () => {
  const actorOf = (role: string) => (role === 'former' ? former : team[role as 'editor'])
  const table = [
    ['coordinator', 'nothing was refused'],
    ['editor', 'forbidden'],
    ['forSport', 'forbidden'],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['former', 'forbidden'],
  ] as const

  test.each(table)('open a round: %s, %s', async (role, outcome) => {
    expect(await refusal(open(actorOf(role)))).toBe(outcome)
  })
  test.each([...table, ['stranger', 'not-found'] as const])('remind: %s, %s', async (role, outcome) => {
    const round = await open()
    expect(await refusal(remind(actorOf(role), round))).toBe(outcome)
  })
  test.each([...table, ['stranger', 'not-found'] as const])('close: %s, %s', async (role, outcome) => {
    const round = await open()
    expect(await refusal(close(actorOf(role), round))).toBe(outcome)
  })
  test('read: everybody of the group, and nobody else', async () => {
    const round = await open()
    expect((await read(round)).title).toBe('Spring')
    expect(await refusal(readRound(database.db, team.stranger, round))).toBe('not-found')
    expect(await listRounds(database.db, team.stranger)).toEqual([])
    expect(await refusal(open(team.stranger))).toBe('invalid/nothing-to-ask')
  })
})

describe('a round', () => {
  test('is about the measures that fit its filter and are not finished, unless that is asked too', async () => {
    await report(team.forSport, first, { status: 'done', percentage: 100 })
    const titles = async (input: Partial<OpenRoundInput>) =>
      (await read(await open(team.coordinator, input))).measures.map(measure => measure.title)
    expect(await titles({})).toEqual(['Second', 'Third'])
    expect(await titles({ withFinished: true })).toEqual(['First', 'Second', 'Third'])
    expect(await titles({ filter: 'priority=2' })).toEqual(['Third'])
    await ask(database.db, team, first, team.youth.id, 'consulted')
    expect(await titles({ filter: `body=${team.youth.code}` })).toEqual(['Second'])
    expect(await titles({ filter: `sector=${team.youth.sectorId}` })).toEqual(['Second'])
    expect(await refusal(open(team.coordinator, { filter: 'priority=7' }))).toBe('invalid/nothing-to-ask')
    expect(await refusal(open(team.coordinator, { dueOn: '2020-01-01' }))).toBe('invalid/date-past/dueOn')
  })

  test('asks who carries a measure, until one of them answers', async () => {
    await report(team.forSport, first)
    const round = await open()
    expect(await asked(team.forSport)).toEqual(['First', 'Second'])
    expect(await asked(team.forYouth)).toEqual(['Second'])
    expect(await asked(team.observer)).toEqual([])
    expect(await asked(team.editor)).toEqual([])

    await report(team.forYouth, second)
    expect(await asked(team.forSport)).toEqual(['First'])
    expect(await asked(team.forYouth)).toEqual([])
    const { measures, bodies } = await read(round)
    expect(measures.map(({ title, isAnswered, owners }) => [title, isAnswered, owners.length])).toEqual([
      ['First', false, 1],
      ['Second', true, 2],
      ['Third', false, 0],
    ])
    expect(
      bodies.map(({ code, asked, answered, open }) => [code, asked, answered, open.map(one => one.title)]),
    ).toEqual([
      [team.sport.code, 2, 1, ['First']],
      [team.youth.code, 1, 1, []],
    ])
    expect(await listRounds(database.db, team.observer)).toMatchObject([{ measureCount: 3, answeredCount: 1 }])
  })

  test('goes along when a measure is handed on', async () => {
    await open()
    const { id } = await database.db
      .selectFrom('responsibility')
      .select('id')
      .where('measureId', '=', first)
      .executeTakeFirstOrThrow()
    const bodyId = team.youth.id
    const question = await run(trx => transferResponsibility(trx, team.forSport, { responsibilityId: id, bodyId }))
    expect(await asked(team.forYouth)).toEqual(['Second'])
    await run(trx => acceptResponsibility(trx, team.forYouth, { responsibilityId: question }))
    expect(await asked(team.forYouth)).toEqual(['First', 'Second'])
    expect(await asked(team.forSport)).toEqual(['Second'])
  })

  test('reminds who owes an answer, on the record', async () => {
    const round = await open()
    await report(team.forYouth, second)
    expect(await refusal(remind(team.coordinator, round, team.youth.id))).toBe('conflict/nobody-to-remind')
    expect(await remind(team.coordinator, round)).toEqual([team.sport.id])
    const [row] = await updatesAsked(database.db, team.forSport)
    expect(row).toMatchObject({ roundId: round, measureTitle: 'First', remindedAt: expect.any(Date) })
    const { bodies } = await read(round)
    expect(bodies.map(body => [body.code, body.remindedAt.length])).toEqual([
      [team.sport.code, 1],
      [team.youth.code, 0],
    ])
    const trail = await database.db
      .selectFrom('activity')
      .select(['verb', 'after'])
      .where('subjectId', '=', round)
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([
      { verb: 'update-round.opened', after: { title: 'Spring', measures: 3 } },
      { verb: 'update-round.reminded', after: { bodyIds: [team.sport.id] } },
    ])
  })

  test('that is closed says for ever how it stood then', async () => {
    const round = await open()
    await report(team.forSport, first, { percentage: 25, confidence: 'compromised', hindrance: 'No money' })
    await close(team.coordinator, round, 'One in danger')
    await report(team.forSport, first, { status: 'stopped', percentage: 30 })
    await report(team.forYouth, second)
    await database.db
      .updateTable('responsibility')
      .set({ state: 'ended' })
      .where('bodyId', '=', team.youth.id)
      .execute()

    expect(await asked(team.forSport)).toEqual([])
    const { measures, bodies, conclusion } = await read(round)
    expect(conclusion).toBe('One in danger')
    expect(
      measures.map(({ title, status, isAnswered, report }) => [title, status, isAnswered, report?.percentage]),
    ).toEqual([
      ['First', 'running', true, 25],
      ['Second', 'unknown', false, undefined],
      ['Third', 'unknown', false, undefined],
    ])
    expect(bodies.map(body => [body.code, body.open.length])).toEqual(
      [team.sport.code, team.youth.code].sort().map(code => [code, 1]),
    )
    expect(await refusal(close(team.coordinator, round))).toBe('conflict/round-closed')
    expect(await refusal(remind(team.coordinator, round))).toBe('conflict/round-closed')
    expect(await listRounds(database.db, team.observer)).toMatchObject([{ answeredCount: 1 }])
  })

  test('stands: the database lets it be closed, and no more', async () => {
    const { db } = database
    const round = await open()
    await remind(team.coordinator, round)
    const one = db.updateTable('updateRound').where('id', '=', round)
    await expect(one.set({ dueOn: '2099-02-02' }).execute()).rejects.toThrow(/append-only/)
    const closing = { closedAt: new Date(Date.now() + 1000), closedBy: team.coordinator.mandate.id }
    await expect(one.set({ ...closing, question: 'Another' }).execute()).rejects.toThrow(/append-only/)
    await close(team.coordinator, round)
    await expect(one.set({ conclusion: 'Another' }).execute()).rejects.toThrow(/append-only/)
    await expect(one.set({ closedAt: null, closedBy: null }).execute()).rejects.toThrow(/append-only/)
    for (const table of [
      'update_round',
      'update_round_measure',
      'update_reminder',
      'update_round_result',
      'update_round_owner',
    ]) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(/append-only/)
    }
  })
})

test('the report sums up by priority, and says what changed, what needs support and who did not answer', async () => {
  await report(team.forSport, first, { percentage: 20, confidence: 'safe' })
  await close(team.coordinator, await open())
  const round = await open(team.coordinator, { title: 'Autumn' })
  await report(team.forSport, first, { percentage: 50, confidence: 'needs-support', hindrance: 'No money' })

  const found = await readStatusReport(database.db, team.observer, round)
  expect(found).toMatchObject({
    groupName: team.observer.groupName,
    measureCount: 3,
    answeredCount: 1,
    closedAt: null,
    previous: { title: 'Spring' },
    total: { average: 50, notReported: 2, byStatus: { running: 1, unknown: 2, done: 0 } },
  })
  expect(
    found.priorities.map(({ title, answered, byConfidence, average }) => [title, answered, byConfidence, average]),
  ).toEqual([
    ['A priority', 1, { safe: 0, reachable: 0, 'needs-support': 1, compromised: 0 }, 50],
    ['Second', 0, { safe: 0, reachable: 0, 'needs-support': 0, compromised: 0 }, null],
  ])
  expect(
    found.changes.map(({ measure, before, status, percentage, confidence }) => [
      measure.title,
      [before.percentage, before.confidence],
      { status, percentage, confidence },
    ]),
  ).toEqual([['First', [20, 'safe'], { status: false, percentage: true, confidence: true }]])
  expect(found.needsSupport.map(({ title, report }) => [title, report.hindrance])).toEqual([['First', 'No money']])
  expect(found.unanswered.map(body => [body.code, body.open.map(one => one.title)]).sort()).toEqual(
    [
      [team.sport.code, ['Second']],
      [team.youth.code, ['Second']],
    ].sort(),
  )
  expect(found.withoutOwner.map(measure => measure.title)).toEqual(['Third'])
})

test('what slipped since the newest baseline is in the report, and stays in that of a closed round', async () => {
  const { db } = database
  const noBaseline = await open()
  await close(team.coordinator, noBaseline)
  await run(trx =>
    freezeBaseline(trx, team.coordinator, { name: 'Approval', reason: 'approval', datedOn: '2026-01-01', note: '' }),
  )
  const id = await open()
  const change = (field: 'startsOn' | 'level', before: string | null, value: string) =>
    run(trx =>
      changeMeasure(trx, team.editor, {
        measureId: first,
        changes: [{ field, before, value }],
      } as ChangeMeasureInput),
    )
  await change('level', 'flemish', 'local')
  const slips = async (roundId: string) => {
    const { slippage } = await readStatusReport(db, team.observer, roundId)
    return slippage && slippage.measures.map(({ title, slips }) => [title, ...slips.map(({ what }) => what)])
  }
  expect(await slips(id)).toEqual([['First', 'level']])

  await close(team.coordinator, id)
  await change('level', 'local', 'flemish')
  const later = await open()
  expect([await slips(noBaseline), await slips(id), await slips(later)]).toEqual([null, [['First', 'level']], []])
  await expect(db.deleteFrom('updateRoundSlippage').execute()).rejects.toThrow(/append-only/)

  // The document says what the page says.
  const report = await readStatusReport(db, team.observer, id)
  const words = statusReportWords('nl')
  const { blocks } = statusReportDocument(report, new Date(), words)
  const said = JSON.stringify(blocks)
  for (const text of ['Wat verschoof sinds ijkpunt Approval, 1 jan. 2026', 'Niveau', 'Lokaal', 'Wie niet meldde']) {
    expect(said).toContain(text)
  }
  expect(slippedTable(report, words).rows).toEqual([[null, 'First', 'Niveau', 'Vlaams', 'Lokaal', 'gewijzigd']])
  expect(reportedTable(report, words).rows.map(row => row[1])).toEqual(['First', 'Second', 'Third'])
})
