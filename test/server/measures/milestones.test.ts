import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { addMilestone } from '#server/measures/add-milestone'
import { changeMilestone } from '#server/measures/change-milestone'
import { dropMilestone, resumeMilestone } from '#server/measures/drop-milestone'
import { isLateMilestone } from '#server/measures/late-milestones'
import { type MilestoneChange, milestoneState } from '#server/measures/milestone.shared'
import { listMilestones } from '#server/measures/milestone-queries'
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
  measureId = await addMeasure(database.db, team)
  const id = await ask(database.db, team, measureId, team.sport.id)
  await database.db.transaction().execute(trx => acceptResponsibility(trx, team.forSport, { responsibilityId: id }))
})

const add = (actor: Actor, date = '2031', isReached = false, label = 'The first step') =>
  database.db.transaction().execute(trx => addMilestone(trx, actor, { measureId, label, date, isReached }))
const change = (actor: Actor, milestoneId: string, changes: MilestoneChange[], reason?: string) =>
  database.db.transaction().execute(trx => changeMilestone(trx, actor, { milestoneId, changes, reason }))
const drop = (actor: Actor, milestoneId: string, reason = 'No money for it') =>
  database.db.transaction().execute(trx => dropMilestone(trx, actor, { milestoneId, reason }))
const resume = (actor: Actor, milestoneId: string) =>
  database.db.transaction().execute(trx => resumeMilestone(trx, actor, { milestoneId }))
const list = () => listMilestones(database.db, measureId)
const only = async () => (await list())[0]!
const moved = (before: string | null, value: string | null): MilestoneChange => ({ field: 'plannedFor', before, value })
const reached = (before: string | null, value: string | null): MilestoneChange => ({
  field: 'reachedOn',
  before,
  value,
})

describe('who may', () => {
  const asEditor = { editor: true, coordinator: true, forSport: true } as Record<string, boolean>
  const people = ['coordinator', 'editor', 'forSport', 'forYouth', 'observer', 'stranger'] as const
  const operations = {
    add: (actor: Actor) => add(actor, '2032'),
    rename: (actor: Actor, id: string) =>
      change(actor, id, [{ field: 'label', before: 'The first step', value: 'One' }]),
    move: (actor: Actor, id: string) => change(actor, id, [moved('2031', '2033')], 'It takes longer'),
    reach: (actor: Actor, id: string) => change(actor, id, [reached(null, '2024-05')]),
    drop,
    resume: async (actor: Actor, id: string) => {
      await drop(team.editor, id)
      return resume(actor, id)
    },
  }
  const table = people.flatMap(person => Object.keys(operations).map(operation => ({ person, operation })))
  test.each(table)('$person: $operation', async ({ person, operation }) => {
    const id = await add(team.editor)
    const outcome = await refusal(operations[operation as keyof typeof operations](team[person], id))
    const otherwise = person === 'stranger' ? 'not-found' : 'forbidden'
    expect(outcome).toBe(asEditor[person] ? 'nothing was refused' : otherwise)
  })

  test('who leads no more, plans no more; what they planned is theirs on record', async () => {
    const id = await add(team.forSport)
    await database.db.updateTable('responsibility').set({ state: 'ended' }).where('measureId', '=', measureId).execute()
    expect(await refusal(drop(team.forSport, id))).toBe('forbidden')
    const row = await database.db.selectFrom('milestone').select('madeBy').where('id', '=', id).executeTakeFirst()
    expect(row).toEqual({ madeBy: team.forSport.mandate.id })
  })
})

describe('a milestone', () => {
  test('is planned as precisely as is known, and listed by its date', async () => {
    for (const date of ['2032-06-01', '2032', '2031-12', '2032-06']) await add(team.editor, date)
    await add(team.editor, '2020-05', true, 'It happened')
    expect((await list()).map(row => [row.plannedFor, row.reachedOn, row.state])).toEqual([
      [null, '2020-05', 'reached'],
      ['2031-12', null, 'planned'],
      ['2032', null, 'planned'],
      ['2032-06', null, 'planned'],
      ['2032-06-01', null, 'planned'],
    ])
  })

  test('cannot have happened in a time to come', async () => {
    expect(await refusal(add(team.editor, '2099', true))).toBe('invalid/not-happened-yet/date')
    const id = await add(team.editor)
    expect(await refusal(change(team.editor, id, [reached(null, '2099-01-01')]))).toBe(
      'invalid/not-happened-yet/reachedOn',
    )
  })

  test('moves only with a reason, which stays on record with where it was', async () => {
    const id = await add(team.editor, '2031-03')
    expect(await refusal(change(team.editor, id, [moved('2031-03', '2031-06')]))).toBe('invalid/reason-required/reason')
    await change(team.editor, id, [moved('2031-03', '2031-06')], 'The decree is late')
    await change(team.forSport, id, [moved('2031-06', '2032')], 'And later still')
    expect((await only()).moves).toMatchObject([
      { from: '2031-06', to: '2032', reason: 'And later still', byCode: team.sport.code },
      { from: '2031-03', to: '2031-06', reason: 'The decree is late', byCode: team.editor.mandate.bodyCode },
    ])
  })

  test('is planned more precisely within the same period without a reason, less precisely with one', async () => {
    const id = await add(team.editor, '2031')
    await change(team.editor, id, [moved('2031', '2031-03')])
    expect(await only()).toMatchObject({ plannedFor: '2031-03', moves: [] })
    expect(await refusal(change(team.editor, id, [moved('2031-03', '2031')]))).toBe('invalid/reason-required/reason')
  })

  test('is reached, and that can be taken back as long as it was planned', async () => {
    const id = await add(team.editor, '2031')
    await change(team.editor, id, [reached(null, '2024-05-06')])
    expect(await only()).toMatchObject({ state: 'reached', plannedFor: '2031', reachedOn: '2024-05-06' })
    expect(await refusal(drop(team.editor, id))).toBe('conflict/changed-meanwhile')
    await change(team.editor, id, [reached('2024-05-06', null)])
    expect(await only()).toMatchObject({ state: 'planned' })
    const happened = await add(team.editor, '2024', true)
    expect(await refusal(change(team.editor, happened, [reached('2024', null)]))).toBe('invalid/required/plannedFor')
  })

  test('that is dropped stays with its reason, is not late, and can be taken up again', async () => {
    const id = await add(team.editor, '2021')
    expect((await only()).state).toBe('late')
    await drop(team.editor, id, 'The federal level said no')
    expect(await only()).toMatchObject({ state: 'dropped', droppedReason: 'The federal level said no' })
    expect(await refusal(drop(team.editor, id))).toBe('conflict/changed-meanwhile')
    expect(await refusal(change(team.editor, id, [reached(null, '2024')]))).toBe('conflict/milestone-dropped/reachedOn')
    await resume(team.editor, id)
    expect(await refusal(resume(team.editor, id))).toBe('conflict/changed-meanwhile')
    expect((await only()).state).toBe('late')
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const id = await add(team.editor, '2031')
    await change(team.forSport, id, [moved('2031', '2032')], 'Later')
    expect(await refusal(change(team.editor, id, [moved('2031', '2033')], 'Mine'))).toBe(
      'conflict/changed-meanwhile/plannedFor',
    )
    // What another wrote already is nothing to refuse.
    await change(team.editor, id, [moved('2031', '2032')])
    expect(await only()).toMatchObject({ plannedFor: '2032', moves: [{ to: '2032' }] })
  })

  test('that two move at the same moment goes one way, and the other is told', async () => {
    const id = await add(team.editor, '2031')
    const outcomes = await Promise.all(
      ['2032', '2033'].map(date => refusal(change(team.editor, id, [moved('2031', date)], 'Later'))),
    )
    expect(outcomes.sort()).toEqual(['conflict/changed-meanwhile/plannedFor', 'nothing was refused'])
    expect((await only()).moves).toHaveLength(1)
  })

  test('keeps its steps: the database refuses to change them', async () => {
    const id = await add(team.editor, '2031')
    await change(team.editor, id, [moved('2031', '2032')], 'Later')
    await expect(database.db.deleteFrom('milestoneStep').where('milestoneId', '=', id).execute()).rejects.toThrow(
      'append-only',
    )
  })
})

test('late is said the same in words and in SQL, on every day around the end of a period', async () => {
  const days = ['2026-12-31', '2027-01-01', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2025-12-31']
  const plans = ['2025', '2026', '2027', '2026-02', '2026-03', '2026-02-28', '2026-03-31', '2026-12-31', null]
  const { rows: todays } = await sql<{ today: string }>`
    select (now() at time zone 'Europe/Brussels')::date::text as today`.execute(database.db)
  const today = todays[0]!.today
  // The database's day is the real one; what lies around it is asked of both.
  const around = [today, today.slice(0, 7), today.slice(0, 4), ...plans, ...days]
  for (const plannedFor of around) {
    for (const reachedOn of [null, '2020']) {
      for (const droppedReason of [null, 'No']) {
        const { rows } = await sql<{ isLate: boolean | null }>`
          select ${isLateMilestone} as is_late from (
            select ${plannedFor}::text as planned_for, ${reachedOn}::text as reached_on, ${droppedReason}::text as dropped_reason
          ) milestone`.execute(database.db)
        const said = milestoneState({ plannedFor, reachedOn, droppedReason }, today) === 'late'
        expect([plannedFor, rows[0]!.isLate ?? false]).toEqual([plannedFor, said])
      }
    }
  }
  expect(milestoneState({ plannedFor: '2026', reachedOn: null, droppedReason: null }, '2026-12-31')).toBe('planned')
  expect(milestoneState({ plannedFor: '2026', reachedOn: null, droppedReason: null }, '2027-01-01')).toBe('late')
})

test('everything is on record, for the page of the measure and the lists', async () => {
  const id = await add(team.forSport, '2031')
  await change(team.forSport, id, [moved('2031', '2032')], 'Later')
  const activities = await database.db
    .selectFrom('activity')
    .select(['verb', 'mandateId', 'topics', 'before', 'after'])
    .where('subjectId', '=', measureId)
    .where('verb', 'like', 'milestone.%')
    .orderBy('id')
    .execute()
  const topics = [`measure:${measureId}`, 'measures', `group:${team.group.id}`]
  expect(activities).toMatchObject([
    { verb: 'milestone.planned', mandateId: team.forSport.mandate.id, topics, after: { plannedFor: '2031' } },
    {
      verb: 'milestone.moved',
      topics,
      before: { plannedFor: '2031' },
      after: { milestoneId: id, plannedFor: '2032', reason: 'Later' },
    },
  ])
})
