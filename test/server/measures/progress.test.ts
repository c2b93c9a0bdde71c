import type { Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#db/schema/index'
import { recentActivity } from '#server/activity/activity-queries'
import type { Actor } from '#server/auth/actor.shared'
import { addDependency } from '#server/dependencies/add-dependency'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeMeasure } from '#server/measures/change-measure'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import { listMeasures } from '#server/measures/measure-list'
import { type ReportProgressInput, reportProgressInput, STALE_AFTER_MONTHS } from '#server/measures/progress.shared'
import { readProgress } from '#server/measures/progress-queries'
import { reportProgress } from '#server/measures/report-progress'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createMandate } from '#test/support/fixtures'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team
let measureId: string
let former: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
  const { personId } = await createMandate(database.db, {
    groupId: team.group.id,
    bodyId: team.sport.id,
    role: 'representative',
    endsOn: '2021-01-01',
  })
  await createMandate(database.db, { personId, groupId: team.group.id, role: 'observer' })
  former = await actorFor(database.db, personId)
})
afterAll(() => database.drop())
beforeEach(async () => {
  measureId = await addMeasure(database.db, team)
  await carry('lead', team.sport.id, team.forSport)
})

const run = <T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> => database.db.transaction().execute(work)

async function carry(role: 'lead' | 'co-lead' | 'consulted', bodyId: string, by: Actor) {
  const responsibilityId = await ask(database.db, team, measureId, bodyId, role)
  await run(trx => acceptResponsibility(trx, by, { responsibilityId }))
}

/** Reports with what a page that was opened just now would send. */
async function report(actor: Actor, said: Partial<ReportProgressInput> = {}): Promise<string> {
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
  return run(trx => reportProgress(trx, actor, input))
}
const read = () => readProgress(database.db, measureId)
const status = async () =>
  (await database.db.selectFrom('measure').select('status').where('id', '=', measureId).executeTakeFirstOrThrow())
    .status

describe('who may', () => {
  const allowed = 'nothing was refused'
  const actorOf = (role: string) => (role === 'former' ? former : team[role as 'editor'])

  test.each([
    ['coordinator', allowed, true],
    ['editor', allowed, true],
    ['forSport', allowed, false],
    ['forYouth', 'forbidden', null],
    ['observer', 'forbidden', null],
    ['former', 'forbidden', null],
    ['stranger', 'not-found', null],
  ] as const)('report on what sport leads: %s, %s', async (role, outcome, onBehalf) => {
    expect(await refusal(report(actorOf(role)))).toBe(outcome)
    const { reports } = await read()
    expect(reports.map(one => [one.bodyCode, one.onBehalf])).toEqual(
      onBehalf === null ? [] : [[team.sport.code, onBehalf]],
    )
  })

  test.each([
    ['coordinator', allowed],
    ['editor', allowed],
    ['forSport', allowed],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['former', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('correct what sport reported: %s, %s', async (role, outcome) => {
    await carry('co-lead', team.youth.id, team.forYouth)
    await report(team.forSport)
    expect(await refusal(report(actorOf(role), { isCorrection: true }))).toBe(outcome)
  })

  test('report as a co-lead for its own body, and for no other', async () => {
    await carry('co-lead', team.youth.id, team.forYouth)
    expect(await refusal(report(team.forYouth, { bodyId: team.sport.id }))).toBe('forbidden')
    await report(team.forYouth)
    expect((await read()).reports[0]).toMatchObject({ bodyCode: team.youth.code, onBehalf: false })
    await report(team.editor, { bodyId: team.youth.id })
    expect((await read()).reports[0]).toMatchObject({ bodyCode: team.youth.code, onBehalf: true })
  })

  test('not as who is only consulted, nor for a body that carries nothing of it', async () => {
    await carry('consulted', team.youth.id, team.forYouth)
    expect(await refusal(report(team.forYouth))).toBe('forbidden')
    expect(await refusal(report(team.editor, { bodyId: team.youth.id }))).toBe('invalid/unknown-choice/bodyId')
  })

  test('report on what nobody carries: an editor, for no body', async () => {
    measureId = await addMeasure(database.db, team)
    expect(await refusal(report(team.forSport))).toBe('forbidden')
    await report(team.editor)
    expect((await read()).reports[0]).toMatchObject({ bodyCode: null, onBehalf: true })
  })
})

describe('a report', () => {
  test('puts the measure in its status, which is then no longer inferred, and is one activity', async () => {
    const { db } = database
    const inferred = JSON.stringify({ status: 'inferred', level: 'seen' })
    await db.updateTable('measure').set({ fieldCertainty: inferred }).where('id', '=', measureId).execute()
    const id = await report(team.forSport, { status: 'partly-done', percentage: 60 })
    const stored = await db
      .selectFrom('measure')
      .select(['status', 'fieldCertainty'])
      .where('id', '=', measureId)
      .executeTakeFirst()
    expect(stored).toEqual({ status: 'partly-done', fieldCertainty: { level: 'seen' } })
    const trail = await db
      .selectFrom('activity')
      .selectAll()
      .where('subjectId', '=', measureId)
      .where('verb', 'not like', 'responsibility.%')
      .where('verb', '!=', 'measure.created')
      .execute()
    expect(trail).toMatchObject([
      {
        verb: 'progress.reported',
        mandateId: team.forSport.mandate.id,
        topics: [`measure:${measureId}`, 'measures', `group:${team.group.id}`],
        before: { status: 'unknown' },
        after: { reportId: id, bodyId: team.sport.id, status: 'partly-done', percentage: 60, confidence: 'reachable' },
      },
    ])
    const [line] = await recentActivity(db, team.observer, { limit: 1 })
    expect(line).toMatchObject({ verb: 'progress.reported', percentage: 60, ofBodyCode: team.sport.code })
  })

  test('after which the status is set by hand says so, until the next report', async () => {
    await report(team.forSport, { status: 'running' })
    expect((await read()).statusByHand).toBeNull()
    await run(trx =>
      changeMeasure(trx, team.editor, {
        measureId,
        changes: [{ field: 'status', before: 'running', value: 'stopped' }],
      }),
    )
    expect((await read()).statusByHand).toMatchObject({
      byCode: team.editor.mandate.bodyCode,
      byName: team.editor.name,
    })
    await report(team.forSport, { status: 'running' })
    expect(await status()).toBe('running')
    expect((await read()).statusByHand).toBeNull()
  })

  test('is refused when somebody reported meanwhile', async () => {
    await report(team.forSport)
    expect(await refusal(report(team.coordinator, { seen: undefined }))).toBe('conflict/reported-meanwhile')
    const { reports } = await read()
    const both = await Promise.all([
      refusal(report(team.forSport, { seen: reports[0]!.id })),
      refusal(report(team.coordinator, { seen: reports[0]!.id })),
    ])
    expect(both.sort()).toEqual(['conflict/reported-meanwhile', 'nothing was refused'])
  })

  test('that changes the status tells what waits for it', async () => {
    const waiting = await addMeasure(database.db, team)
    const dependency = { kind: 'blocks', fromId: measureId, toId: waiting, note: '' } as const
    await run(trx => addDependency(trx, team.editor, dependency))
    await report(team.forSport, { status: 'stopped' })
    await report(team.forSport, { status: 'stopped', percentage: 50 })
    const told = await database.db
      .selectFrom('activity')
      .select(['verb', 'mandateId', 'after'])
      .where('subjectId', '=', waiting)
      .where('verb', '=', 'dependency.status')
      .execute()
    expect(told).toMatchObject([
      { mandateId: team.forSport.mandate.id, after: { status: 'stopped', causeId: measureId } },
    ])
  })

  test('stands: the database changes and removes nothing', async () => {
    await report(team.forSport)
    const { db } = database
    await expect(db.updateTable('progressReport').set({ percentage: 90 }).execute()).rejects.toThrow(/append-only/)
    await expect(db.deleteFrom('progressReport').execute()).rejects.toThrow(/append-only/)
  })

  test('is corrected by another that names it, once, for the same body and on the same measure', async () => {
    const first = await report(team.forSport, { percentage: 90 })
    const second = await report(team.editor, { percentage: 30, isCorrection: true })
    const { reports } = await read()
    expect(reports.map(one => [one.id, one.correctsId, one.bodyCode, one.percentage])).toEqual([
      [second, first, team.sport.code, 30],
      [first, null, team.sport.code, 90],
    ])
    const row = {
      measureId,
      bodyId: team.sport.id,
      onBehalf: false,
      status: 'running' as const,
      percentage: 1,
      confidence: 'safe' as const,
      mandateId: team.forSport.mandate.id,
    }
    const insert = (values: Partial<typeof row> & { correctsId: string }) =>
      database.db
        .insertInto('progressReport')
        .values({ ...row, ...values })
        .execute()
    await expect(insert({ correctsId: first })).rejects.toThrow(/corrected_once/)
    const elsewhere = await addMeasure(database.db, team)
    await expect(insert({ measureId: elsewhere, correctsId: second })).rejects.toThrow(/corrects_same_measure/)
  })

  test('cannot correct what is not there', async () => {
    expect(await refusal(report(team.forSport, { isCorrection: true }))).toBe('invalid/unknown-choice')
  })
})

test.each([
  [{ percentage: '' }, 'percentage', 'not-a-percentage'],
  [{ percentage: '101' }, 'percentage', 'not-a-percentage'],
  [{ percentage: '4.5' }, 'percentage', 'not-a-percentage'],
  [{ status: 'done', percentage: '80' }, 'percentage', 'done-is-all'],
  [{ confidence: 'great' }, 'confidence', 'choose-one'],
  [{ achieved: 'x'.repeat(2001) }, 'achieved', 'too-long'],
])('a form that says %o is sent back for %s', (wrong, field, reason) => {
  const form = { measureId, seen: '', status: 'running', percentage: '40', confidence: 'safe', ...wrong }
  const issues = reportProgressInput.safeParse(form).error?.issues.map(issue => [issue.path.join('.'), issue.message])
  expect(issues).toEqual([[field, reason]])
})

describe('filters', () => {
  const found = async (filters: MeasureFilters) =>
    (await listMeasures(database.db, team.observer, filters)).some(measure => measure.id === measureId)

  test('know the confidence of the newest report, and where there is none', async () => {
    expect(await found({ confidence: ['none'] })).toBe(true)
    await report(team.forSport, { confidence: 'compromised' })
    await report(team.forSport, { confidence: 'safe' })
    expect(await found({ confidence: ['compromised', 'none'] })).toBe(false)
    expect(await found({ confidence: ['compromised', 'safe'] })).toBe(true)
  })

  test('know what is stale: nothing was said for months, unless it is finished', async () => {
    const { db } = database
    const monthsAgo = (months: number) => {
      const moment = new Date()
      moment.setMonth(moment.getMonth() - months)
      return moment
    }
    expect(await found({ stale: true })).toBe(false)
    const createdAt = monthsAgo(STALE_AFTER_MONTHS + 1)
    await db.updateTable('measure').set({ createdAt }).where('id', '=', measureId).execute()
    expect(await found({ stale: true })).toBe(true)
    const values = {
      measureId,
      bodyId: team.sport.id,
      onBehalf: false,
      status: 'running' as const,
      percentage: 10,
      confidence: 'safe' as const,
      mandateId: team.forSport.mandate.id,
    }
    await db
      .insertInto('progressReport')
      .values({ ...values, reportedAt: monthsAgo(STALE_AFTER_MONTHS - 1) })
      .execute()
    expect(await found({ stale: true })).toBe(false)
    expect((await read()).isStale).toBe(false)

    measureId = await addMeasure(db, team)
    await db.updateTable('measure').set({ createdAt, status: 'stopped' }).where('id', '=', measureId).execute()
    expect(await found({ stale: true })).toBe(false)
  })
})
