import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#db/schema/index'
import type { Actor } from '#server/auth/actor.shared'
import { closeDueRounds } from '#server/positions/close-due-rounds'
import { closePositionRound } from '#server/positions/close-position-round'
import { countStandings, saveDraftInput } from '#server/positions/position.shared'
import { positionsOn, positionsOwed, stalePositions } from '#server/positions/position-queries'
import { listPositionRounds, roundsClosedSince } from '#server/positions/position-round-list'
import { reconfirmPosition } from '#server/positions/reconfirm-position'
import { savePositionDraft } from '#server/positions/save-position-draft'
import { waiveChanges } from '#server/positions/waive-changes'
import { refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPositionRoom, type PositionRoom } from './position-room'

let database: TestDatabase
let room: PositionRoom
let sport: string
let youth: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createPositionRoom(database)
  sport = room.sport.id
  youth = room.youth.id
})

const run = <T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> => database.db.transaction().execute(work)
const close = (actor: Actor, roundId: string) => run(trx => closePositionRound(trx, actor, { roundId }))
const reconfirm = async (actor: Actor, roundId: string, bodyId = sport) => {
  const { positionId, measureId } = await room.standing(roundId, bodyId)
  const hash = await room.hash(roundId)
  return run(trx => reconfirmPosition(trx, actor, { roundId, measureId, bodyId, seen: positionId!, hash }))
}
const draft = (actor: Actor, roundId: string, values: object = {}) =>
  run(trx =>
    savePositionDraft(
      trx,
      actor,
      saveDraftInput.parse({ roundId, measureId: room.measureId, bodyId: sport, stance: 'object', ...values }),
    ),
  )
const waive = async (actor: Actor, roundId: string) => {
  const { measureId, version } = await room.standing(roundId, sport)
  const hash = await room.hash(roundId)
  const input = { measureId, fromVersionId: version.id, hash, reason: 'Alleen een spatie' }
  return run(trx => waiveChanges(trx, actor, input))
}

describe('who may', () => {
  const roles = ['coordinator', 'editor', 'forSport', 'forYouth', 'observer', 'former', 'stranger'] as const
  const allowed = (...names: (typeof roles)[number][]) =>
    roles.map(role => [role, names.includes(role) ? 'nothing was refused' : 'forbidden'] as const)
  const unseen = (rows: readonly (readonly [(typeof roles)[number], string])[]) =>
    rows.map(([role, outcome]) => [role, role === 'stranger' ? 'not-found' : outcome] as const)

  test.each(allowed('coordinator'))('open a round: %s, %s', async (role, outcome) => {
    const expected = role === 'stranger' ? 'not-found/choose-one/measureIds' : outcome
    expect(await refusal(room.open({}, room[role]))).toBe(expected)
  })
  test.each(unseen(allowed('coordinator')))('close it: %s, %s', async (role, outcome) => {
    expect(await refusal(close(room[role], await room.open()))).toBe(outcome)
  })
  test.each(unseen(allowed('forSport')))('take a position for sport: %s, %s', async (role, outcome) => {
    expect(await refusal(room.take(room[role], await room.open(), sport))).toBe(outcome)
  })
  test.each(unseen(allowed('forSport')))('prepare one for sport: %s, %s', async (role, outcome) => {
    expect(await refusal(draft(room[role], await room.open()))).toBe(outcome)
  })
  test.each(unseen(allowed('forSport')))('confirm one of sport: %s, %s', async (role, outcome) => {
    const round = await room.open()
    await room.take(room.forSport, round, sport)
    await room.write('Nog een zin.')
    expect(await refusal(reconfirm(room[role], round))).toBe(outcome)
  })
  test.each(unseen(allowed('coordinator')))('wave changes through: %s, %s', async (role, outcome) => {
    const round = await room.open()
    await room.take(room.forSport, round, sport)
    await room.write('Nog een zin.')
    expect(await refusal(waive(room[role], round))).toBe(outcome)
  })
  test('read: everybody of the group, and nobody else', async () => {
    const round = await room.open()
    expect((await room.read(round)).title).toBe('Voorjaar')
    expect(await refusal(room.read(round, room.stranger))).toBe('not-found')
    expect(await listPositionRounds(database.db, room.stranger)).toEqual([])
    expect(await positionsOn(database.db, room.stranger, [room.measureId])).toEqual([])
  })
})

describe('a round', () => {
  test('asks bodies about a frozen version, and counts who answered', async () => {
    const round = await room.open()
    const owed = await positionsOwed(database.db, room.forSport)
    expect(owed).toMatchObject([{ roundId: round, body: { id: sport }, measures: [{ id: room.measureId }] }])
    expect(await positionsOwed(database.db, room.editor)).toEqual([])

    await room.take(room.forSport, round, sport, { stance: 'object', reason: 'Te veel lasten' })
    expect(await positionsOwed(database.db, room.forSport)).toEqual([])
    expect(await positionsOwed(database.db, room.forYouth)).toHaveLength(1)
    const { positions, measures } = await room.read(round)
    expect(measures).toMatchObject([{ id: room.measureId, isMoved: false }])
    expect(positions.map(({ body, standing, reason }) => [body.id, standing, reason]).sort()).toEqual(
      [
        [sport, 'object', 'Te veel lasten'],
        [youth, 'not-yet', ''],
      ].sort(),
    )
    expect(await listPositionRounds(database.db, room.observer)).toMatchObject([
      { asked: 2, answered: 1, bodyCount: 2 },
    ])
    const frozen = await database.db
      .selectFrom('documentVersion')
      .select(['reason'])
      .where('id', '=', measures[0]!.version.id)
      .execute()
    expect(frozen).toEqual([{ reason: 'round-opened' }])
  })

  test('asks only what can be asked', async () => {
    expect(await refusal(room.open({ date: '2020-01-01' }))).toBe('invalid/moment-past/date')
    const round = await room.open({ bodyIds: [youth] })
    expect(await refusal(room.take(room.forSport, round, sport))).toBe('invalid/not-asked')
  })

  test('lets a position be replaced until it closes; the last one counts', async () => {
    const round = await room.open()
    const first = await room.take(room.forSport, round, sport, { stance: 'abstain' })
    expect(await refusal(room.take(room.colleague, round, sport))).toBe('conflict/changed-meanwhile')
    await room.take(room.colleague, round, sport, { seen: first })
    expect(await room.standing(round, sport)).toMatchObject({ standing: 'agree', replaced: 1 })
    expect(await room.standing(round, youth)).toMatchObject({ standing: 'not-yet' })
    await close(room.coordinator, round)
    const { positionId } = await room.standing(round, sport)
    expect(await refusal(room.take(room.forSport, round, sport, { seen: positionId }))).toBe('conflict/round-closed')
    expect(await refusal(close(room.coordinator, round))).toBe('conflict/round-closed')
  })

  test('lets one of two colleagues through who answer at the same moment', async () => {
    const round = await room.open()
    const both = await Promise.all([
      refusal(room.take(room.forSport, round, sport)),
      refusal(room.take(room.colleague, round, sport, { stance: 'abstain' })),
    ])
    expect(both.sort()).toEqual(['conflict/changed-meanwhile', 'nothing was refused'])
  })

  test.each([
    ['consent', 'silent-consent'],
    ['nothing', 'silent'],
  ])('gives who is silent what was announced: %s', async (silenceMeans, standing) => {
    const round = await room.open({ silenceMeans })
    await room.take(room.forSport, round, sport)
    const before = new Date(Date.now() - 60_000)
    await close(room.coordinator, round)
    expect(await room.standing(round, youth)).toMatchObject({ standing, positionId: null })
    expect((await room.read(round)).closedByCode).toBe(room.coordinator.mandate.bodyCode)
    expect(await positionsOwed(database.db, room.forYouth)).toEqual([])
    const closed = await roundsClosedSince(database.db, room.observer, before)
    expect(closed).toMatchObject([{ id: round, measureIds: [room.measureId] }])
    expect(closed[0]!.counts.map(({ standing, count }) => [standing, count])).toEqual([
      ['agree', 1],
      [standing, 1],
    ])
    expect(await roundsClosedSince(database.db, room.observer, new Date(Date.now() + 60_000))).toEqual([])
  })

  test('closes by itself when its moment comes: once, however many nodes try', async () => {
    await room.open()
    const overdue = await room.openOverdue()
    expect(await refusal(room.take(room.forSport, overdue, sport))).toBe('conflict/round-closed')
    const runs = await Promise.all([1, 2, 3].map(() => closeDueRounds(database.db)))
    expect(runs.flat()).toEqual([overdue])
    expect(await closeDueRounds(database.db)).toEqual([])
    expect(await room.standing(overdue, sport)).toMatchObject({ standing: 'silent-consent' })
    const trail = await database.db
      .selectFrom('activity')
      .select(['verb', 'personId', 'mandateId', 'after'])
      .where('subjectId', '=', overdue)
      .execute()
    expect(trail).toMatchObject([
      { verb: 'position-round.closed', personId: null, mandateId: null, after: { silent: 1, answered: 0 } },
    ])
  })

  test('stands: the database lets it be closed, and no more', async () => {
    const { db } = database
    const round = await room.open()
    await room.take(room.forSport, round, sport)
    const one = db.updateTable('positionRound').where('id', '=', round)
    await expect(one.set({ title: 'Anders' }).execute()).rejects.toThrow(/append-only/)
    await close(room.coordinator, round)
    await expect(one.set({ closedAt: null, closedBy: null }).execute()).rejects.toThrow(/append-only/)
    for (const table of [
      'position_round',
      'position_round_measure',
      'position_round_body',
      'position_silence',
      'position',
    ]) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(/append-only/)
    }
  })
})

describe('a draft', () => {
  test('is shared by colleagues of a body, and seen by nobody else', async () => {
    const round = await room.open()
    expect(await draft(room.forSport, round, { reason: 'Eerste gedachte' })).toBe(1)
    const seen = async (actor: Actor) => (await room.read(round, actor)).drafts.map(({ reason }) => reason)
    expect(await seen(room.colleague)).toEqual(['Eerste gedachte'])
    for (const actor of [room.coordinator, room.editor, room.forYouth, room.observer, room.former]) {
      expect(await seen(actor)).toEqual([])
    }
    const owed = await positionsOwed(database.db, room.colleague)
    expect(owed[0]!.measures).toMatchObject([{ hasDraft: true }])
    const ofSport = await positionsOwed(database.db, room.coordinator, [sport])
    expect(ofSport[0]!.measures).toMatchObject([{ hasDraft: false }])
    const trail = await database.db
      .selectFrom('activity')
      .select('after')
      .where('verb', '=', 'position-draft.saved')
      .execute()
    expect(JSON.stringify(trail)).not.toContain('Eerste gedachte')
  })

  test('is never overwritten by who did not see it, and goes once the position is taken', async () => {
    const round = await room.open()
    await draft(room.forSport, round)
    expect(await refusal(draft(room.colleague, round))).toBe('conflict/draft-changed')
    expect(await draft(room.colleague, round, { revision: 1, reason: 'Samen' })).toBe(2)
    expect(await refusal(draft(room.forSport, round, { revision: 1 }))).toBe('conflict/draft-changed')
    await room.take(room.forSport, round, sport)
    expect((await room.read(round, room.forSport)).drafts).toEqual([])
  })
})

describe('a position', () => {
  test('is stale once the text says something else, until its body confirms it', async () => {
    const round = await room.open()
    await room.take(room.forSport, round, sport)
    expect(await room.standing(round, sport)).toMatchObject({ isStale: false, version: { number: 1 } })
    expect(await refusal(reconfirm(room.forSport, round))).toBe('conflict/not-stale')

    await room.write('En nog iets.')
    expect(await room.standing(round, sport)).toMatchObject({ isStale: true, standing: 'agree' })
    expect((await room.read(round)).measures).toMatchObject([{ isMoved: true }])
    expect(await stalePositions(database.db, room.forSport)).toMatchObject([{ measureId: room.measureId }])
    expect(await stalePositions(database.db, room.forYouth)).toEqual([])
    const { positions } = await room.read(round)
    expect(countStandings(positions)).toEqual([
      { standing: 'stale', count: 1 },
      { standing: 'not-yet', count: 1 },
    ])

    await close(room.coordinator, round)
    await reconfirm(room.forSport, round)
    expect(await room.standing(round, sport)).toMatchObject({
      isStale: false,
      standing: 'agree',
      reconfirms: true,
      version: { number: 2 },
    })
    expect(await stalePositions(database.db, room.forSport)).toEqual([])
  })

  test('is not confirmed for a text that they did not see', async () => {
    const round = await room.open()
    const seen = await room.take(room.forSport, round, sport)
    await room.write('Een.')
    const hash = await room.hash(round)
    await room.write('Twee.')
    const input = { roundId: round, measureId: room.measureId, bodyId: sport, seen, hash }
    expect(await refusal(run(trx => reconfirmPosition(trx, room.forSport, input)))).toBe('conflict/text-moved')
    const now = { about: 'now', hash, seen }
    expect(await refusal(room.take(room.forSport, round, sport, now))).toBe('conflict/text-moved')
  })

  test('can become another once the round is closed, when the text has changed; what the round brought stays', async () => {
    const round = await room.open()
    const seen = await room.take(room.forSport, round, sport)
    await close(room.coordinator, round)
    const now = async () => ({ about: 'now', hash: await room.hash(round), stance: 'object', reason: 'Niet zo' })
    expect(await refusal(room.take(room.forSport, round, sport, { ...(await now()), seen }))).toBe(
      'conflict/round-closed',
    )
    await room.write('Een andere eis.')
    await room.take(room.forSport, round, sport, { ...(await now()), seen })
    await room.take(room.forYouth, round, youth, await now())
    expect(await room.standing(round, sport)).toMatchObject({ standing: 'object', atClose: 'agree', isStale: false })
    expect(await room.standing(round, youth)).toMatchObject({ standing: 'object', atClose: 'silent-consent' })
    expect(await listPositionRounds(database.db, room.observer)).toMatchObject([{ answered: 1 }])
  })

  test('still holds when a coordinator says that only spelling changed, until the text changes again', async () => {
    const round = await room.open()
    await room.take(room.forSport, round, sport)
    await room.write(' ')
    await waive(room.coordinator, round)
    const byCode = room.coordinator.mandate.bodyCode
    expect(await room.standing(round, sport)).toMatchObject({
      isStale: false,
      waiver: { reason: 'Alleen een spatie', byCode },
    })
    expect(await refusal(waive(room.coordinator, round))).toBe('conflict/already-waived')
    await room.write('Een eis erbij.')
    expect(await room.standing(round, sport)).toMatchObject({ isStale: true, waiver: null })
  })

  test('counts as the newest round about the measure asked for it', async () => {
    const first = await room.open({ title: 'Eerste' })
    await room.take(room.forSport, first, sport)
    const second = await room.open({ title: 'Tweede', bodyIds: [youth] })
    const found = await positionsOn(database.db, room.observer, [room.measureId])
    expect(found.map(({ roundId, body, standing }) => [roundId, body.id, standing])).toEqual([
      [second, youth, 'not-yet'],
    ])
  })
})
