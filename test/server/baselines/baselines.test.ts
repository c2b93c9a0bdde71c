import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { findBaseline, listBaselines } from '#server/baselines/baseline-queries'
import { freezeBaseline } from '#server/baselines/freeze-baseline'
import { readSlippage } from '#server/baselines/read-slippage'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { addMilestone } from '#server/measures/add-milestone'
import { changeMeasure } from '#server/measures/change-measure'
import { changeMilestone } from '#server/measures/change-milestone'
import { endResponsibility } from '#server/measures/end-responsibility'
import { createDecisionRoom, type DecisionRoom } from '#test/server/decisions/decision-room'
import { addMeasure, ask, createTeam, refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let room: DecisionRoom
let measureId: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createDecisionRoom(database)
  measureId = room.measureId
})

const freeze = (actor: Actor = room.coordinator, name = 'Goedkeuring') =>
  database.db
    .transaction()
    .execute(trx => freezeBaseline(trx, actor, { name, reason: 'approval', datedOn: '2026-07-08', note: '' }))
const lead = async (body: { id: string }, actor: Actor) => {
  const responsibilityId = await ask(database.db, room, measureId, body.id)
  await database.db.transaction().execute(trx => acceptResponsibility(trx, actor, { responsibilityId }))
  return responsibilityId
}
const plan = (date: string) =>
  database.db
    .transaction()
    .execute(trx => addMilestone(trx, room.editor, { measureId, label: 'Start', date, isReached: false }))
const slips = async (baselineId?: string) => {
  const slippage = await readSlippage(database.db, room.observer, { baselineId })
  return slippage!.measures.flatMap(measure => measure.slips)
}

describe('a baseline', () => {
  test.each(['coordinator', 'editor', 'forSport', 'observer'] as const)(
    'is frozen by a coordinator only: %s',
    async who => {
      expect(await refusal(freeze(room[who]))).toBe(who === 'coordinator' ? 'nothing was refused' : 'forbidden')
    },
  )

  test('is the group’s own', async () => {
    const id = await freeze()
    expect(await refusal(findBaseline(database.db, room.stranger, id))).toBe('not-found')
    expect(await refusal(readSlippage(database.db, room.stranger, { baselineId: id }))).toBe('not-found')
    expect(await listBaselines(database.db, room.stranger)).toEqual([])
    expect(await readSlippage(database.db, room.stranger)).toBeNull()
    expect(await refusal(findBaseline(database.db, room.observer, 'no-id'))).toBe('not-found')
  })

  test('needs a plan with measures', async () => {
    const empty = await createTeam(database.db)
    const input = { name: 'Leeg', reason: 'other', datedOn: '2026-01-01', note: '' } as const
    const attempt = database.db.transaction().execute(trx => freezeBaseline(trx, empty.coordinator, input))
    expect(await refusal(attempt)).toBe('invalid/plan-empty')
  })

  test('holds every measure as it stood, with who led it, its milestones and the version of its text', async () => {
    await addMeasure(database.db, room, { title: 'Zonder tekst', number: 7, horizon: 'medium-long' })
    await room.write('Wat op tafel lag')
    await lead(room.sport, room.forSport)
    await plan('2031-03')
    const id = await freeze()
    const frozen = await database.db
      .selectFrom('baselineMeasure')
      .innerJoin('documentVersion', 'documentVersion.id', 'documentVersionId')
      .select(['title', 'baselineMeasure.number', 'level', 'status', 'horizonFrom', 'horizonTo', 'leadBodyId'])
      .select(['priorityTitle', 'documentVersion.number as version', 'text', 'documentVersion.reason'])
      .where('baselineId', '=', id)
      .orderBy('title')
      .execute()
    expect(frozen).toMatchObject([
      { title: 'Meldingsplicht', leadBodyId: room.sport.id, version: 1, text: 'Wat op tafel lag', reason: 'baseline' },
      { title: 'Zonder tekst', number: 7, leadBodyId: null, horizonFrom: 'medium', horizonTo: 'long', text: '' },
    ])
    const milestones = await database.db
      .selectFrom('baselineMilestone')
      .selectAll()
      .where('baselineId', '=', id)
      .execute()
    expect(milestones).toMatchObject([{ measureId, label: 'Start', plannedFor: '2031-03', isDropped: false }])
    expect(await listBaselines(database.db, room.observer)).toMatchObject([
      {
        id,
        number: 1,
        name: 'Goedkeuring',
        reason: 'approval',
        datedOn: '2026-07-08',
        measures: 2,
        byName: 'A test person',
      },
    ])
    expect(await slips()).toEqual([])
  })

  test('uses the version that says the same, and makes one only of a text that changed', async () => {
    await room.write('eerste')
    await freeze()
    await freeze()
    await room.write('tweede')
    await freeze()
    const versions = await database.db
      .selectFrom('documentVersion')
      .select(['number', 'text'])
      .where('documentId', '=', room.documentId)
      .orderBy('number')
      .execute()
    expect(versions).toEqual([
      { number: 1, text: 'eerste' },
      { number: 2, text: 'eerste\ntweede' },
    ])
    expect((await listBaselines(database.db, room.observer)).map(row => row.number)).toEqual([3, 2, 1])
  })

  test('of two frozen at the same moment gets a number of its own', async () => {
    await Promise.all([freeze(), freeze(), freeze()])
    expect((await listBaselines(database.db, room.observer)).map(row => row.number)).toEqual([3, 2, 1])
  })

  test('cannot be changed, emptied or added to, by anybody', async () => {
    await plan('2031')
    const id = await freeze()
    const late = await addMeasure(database.db, room, { title: 'Later' })
    const attempts = [
      sql`update baseline set name = 'Anders' where id = ${id}`,
      sql`delete from baseline_milestone where baseline_id = ${id}`,
      sql`update baseline_measure set title = 'Anders' where baseline_id = ${id}`,
      sql`delete from baseline where id = ${id}`,
    ]
    for (const attempt of attempts) await expect(attempt.execute(database.db)).rejects.toThrow('append-only')
    const copy = sql`
      insert into baseline_measure
      select baseline_id, ${late}::uuid, number, title, kind, level, status, priority_id, priority_position,
        priority_title, axis_id, axis_name, horizon_from, horizon_to, starts_on, ends_on, lead_body_id, document_version_id
      from baseline_measure where baseline_id = ${id}`
    await expect(copy.execute(database.db)).rejects.toThrow('is frozen')
    const extra = sql`
      insert into baseline_milestone
      select baseline_id, measure_id, gen_random_uuid(), label, planned_for, reached_on, is_dropped
      from baseline_milestone where baseline_id = ${id}`
    await expect(extra.execute(database.db)).rejects.toThrow('is frozen')
  })
})

describe('slippage', () => {
  test('is what changed since in dates, lead and scope, each with what it was', async () => {
    const responsibility = await lead(room.sport, room.forSport)
    const milestoneId = await plan('2031-03')
    await room.write('Wat op tafel lag')
    const id = await freeze()

    const moved = { field: 'plannedFor', before: '2031-03', value: '2031-06' } as const
    await database.db
      .transaction()
      .execute(trx => changeMilestone(trx, room.editor, { milestoneId, changes: [moved], reason: 'Het decreet' }))
    await database.db
      .transaction()
      .execute(trx => endResponsibility(trx, room.coordinator, { responsibilityId: responsibility }))
    await lead(room.youth, room.forYouth)
    await database.db.transaction().execute(trx =>
      changeMeasure(trx, room.editor, {
        measureId,
        changes: [
          { field: 'title', before: 'Meldingsplicht', value: 'Meldingsplicht bij RVA' },
          { field: 'axis', before: null, value: room.plan.axisId },
        ],
      }),
    )
    await room.write('En wat erna kwam')
    await addMeasure(database.db, room, { title: 'Nieuw' })

    expect(await slips(id)).toMatchObject([
      { what: 'milestone', was: '2031-03', now: '2031-06', shift: { direction: 'later', unit: 'month', least: 3 } },
      { what: 'lead', was: { code: room.sport.code }, now: { code: room.youth.code } },
      { what: 'title', was: 'Meldingsplicht', now: 'Meldingsplicht bij RVA' },
      { what: 'axis', was: null, now: 'An axis' },
      { what: 'text', was: 1 },
      { what: 'added' },
    ])
    const one = await readSlippage(database.db, room.observer, { measureId })
    expect(one!.measures.map(measure => [measure.measureId, measure.slips.length])).toEqual([[measureId, 5]])
  })

  test('is measured against the newest baseline unless another is named', async () => {
    await plan('2031')
    const first = await freeze(room.coordinator, 'Eerste')
    await addMeasure(database.db, room, { title: 'Nieuw' })
    await freeze(room.coordinator, 'Tweede')
    expect(await slips()).toEqual([])
    expect(await slips(first)).toMatchObject([{ what: 'added' }])
  })

  test('of what left the plan says so', async () => {
    const gone = await addMeasure(database.db, room, { title: 'Weg' })
    await freeze()
    await database.db.deleteFrom('measure').where('id', '=', gone).execute()
    const slippage = await readSlippage(database.db, room.observer)
    expect(slippage!.measures.at(-1)).toMatchObject({ title: 'Weg', isInPlan: false, slips: [{ what: 'removed' }] })
  })

  test('takes as many queries for many measures as for one', async () => {
    const count = async () => {
      let queries = 0
      const counted = database.db.withPlugin({
        transformQuery: ({ node }) => {
          queries++
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await readSlippage(counted, room.observer)
      return queries
    }
    await room.write('een tekst')
    await freeze()
    await sql`
      insert into document_content (document_id, seq, json, text, html, hash)
      select id, seq, '{}', '', '', 'x' from document on conflict do nothing`.execute(database.db)
    const before = await count()
    for (let number = 1; number <= 12; number++) await addMeasure(database.db, room, { number })
    await sql`
      insert into document_content (document_id, seq, json, text, html, hash)
      select id, seq, '{}', '', '', 'x' from document on conflict do nothing`.execute(database.db)
    expect(await count()).toBe(before)
    expect(before).toBe(3)
  })
})
