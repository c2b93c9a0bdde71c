import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDb } from '#db/client'
import { correctableDecisions } from '#server/decisions/corrections'
import { recordDecisionInput } from '#server/decisions/decision.shared'
import { listDecisions, listDecisionsOfMeeting } from '#server/decisions/decision-queries'
import { expectedNumber } from '#server/decisions/next-number'
import { readDecision } from '#server/decisions/read-decision'
import { recordDecision } from '#server/decisions/record-decision'
import { readContent } from '#server/documents/read-content'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { readMeeting } from '#server/meetings/read-meeting'
import { startMeeting } from '#server/meetings/start-meeting'
import { addMeasure, refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createDecisionRoom, createMeeting, type DecisionRoom, record } from './decision-room'

let database: TestDatabase
let room: DecisionRoom
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createDecisionRoom(database)
  await room.write('We vragen een loutere melding.')
})

describe('the number in the register', () => {
  it('counts up within the year of the meeting, as people in Brussels know it', async () => {
    const { db } = database
    const next = await createMeeting(db, room.coordinator, { date: '2027-01-01' })
    const numbers = [
      await record(db, room),
      await record(db, room),
      await record(db, room, { agendaItemId: next.agendaItemId, measureIds: [] }),
    ].map(({ year, number }) => [year, number])
    expect(numbers).toEqual([
      [2026, 1],
      [2026, 2],
      [2027, 1],
    ])
    expect(await expectedNumber(db, room.coordinator, 2026)).toBe(3)
  })

  it('has no gaps and no doubles when fifty decisions come at once and a third of them fails', async () => {
    const { db } = createDb({ connectionString: database.url, max: 10 })
    try {
      const attempts = Array.from({ length: 50 }, (_, index) =>
        db
          .transaction()
          .execute(async trx => {
            const input = recordDecisionInput.parse({
              decisionId: randomUUID(),
              agendaItemId: room.agendaItemId,
              result: 'noted',
              text: `Nummer ${index}`,
              measureIds: [room.measureId],
            })
            const decision = await recordDecision(trx, room.coordinator, input)
            if (index % 3 === 0) throw new Error('the connection was lost')
            return decision.number
          })
          .catch(() => null),
      )
      const numbers = (await Promise.all(attempts)).filter(number => number !== null)
      expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1))
    } finally {
      await db.destroy()
    }
  })

  it('is given once to a form that was sent twice', async () => {
    const decisionId = randomUUID()
    const both = await Promise.all([
      record(database.db, room, { decisionId }),
      record(database.db, room, { decisionId }),
    ])
    expect(both[0]).toEqual(both[1])
    const { total } = await listDecisions(database.db, room.observer, { page: 1 })
    expect(total).toBe(1)
  })
})

describe('the text that was decided about', () => {
  it('stays as it was while the text goes on, and every list says that it moved', async () => {
    const { db } = database
    const { id } = await record(db, room)
    const before = await readDecision(db, room.observer, id)
    expect(before.measures).toMatchObject([{ id: room.measureId, version: 1, isMoved: false }])
    expect(before.measures[0]?.textThen).toEqual(before.measures[0]?.textNow)

    await room.write('Digitaal, langs één formulier.')
    const after = await readDecision(db, room.observer, id)
    expect(after.measures[0]?.isMoved).toBe(true)
    expect(after.measures[0]?.textThen).toEqual(before.measures[0]?.textThen)
    expect(JSON.stringify(after.measures[0]?.textNow)).toContain('Digitaal, langs één formulier.')
    const { decisions } = await listDecisions(db, room.observer, { page: 1 })
    expect(decisions[0]?.measures[0]?.isMoved).toBe(true)
    const [inMeeting] = await listDecisionsOfMeeting(db, room.observer, room.meetingId)
    expect(inMeeting?.measures[0]?.isMoved).toBe(true)
  })

  it('is the same version for two decisions while nothing changed in between', async () => {
    const { db } = database
    const first = await record(db, room)
    const second = await record(db, room)
    await room.write('Meer.')
    const third = await record(db, room)
    const versions = await Promise.all([first, second, third].map(({ id }) => readDecision(db, room.observer, id)))
    expect(versions.map(decision => decision.measures[0]?.version)).toEqual([1, 1, 2])
    expect(versions[0]?.related.map(decision => decision.number)).toEqual([3, 2])
  })

  it('must be what the coordinator saw: whoever typed in between is not overlooked', async () => {
    const { db } = database
    const { items } = await readMeeting(db, room.coordinator, room.meetingId)
    const seen = items[0]!.measures.map(({ id, hash }) => ({ measureId: id, hash }))
    await room.write('Nog een zin.')
    expect(await refusal(record(db, room, { seen }))).toBe('conflict/text-moved/measureIds')
    expect(
      await db.selectFrom('documentVersion').select('id').where('documentId', '=', room.documentId).execute(),
    ).toEqual([])

    const { hash } = await readContent(db, room.documentId)
    await expect(record(db, room, { seen: [{ measureId: room.measureId, hash }] })).resolves.toMatchObject({
      number: 1,
    })
  })
})

describe('who may, and when', () => {
  it('is for coordinators of this group, until the minutes are approved', async () => {
    const { db } = database
    for (const actor of [room.editor, room.forSport, room.observer])
      expect(await refusal(record(db, room, {}, actor))).toBe('forbidden')
    expect(await refusal(record(db, room, {}, room.stranger))).toBe('not-found')

    await db.transaction().execute(trx => startMeeting(trx, room.coordinator, room.meetingId))
    await record(db, room)
    await db.transaction().execute(trx => concludeMeeting(trx, room.coordinator, room.meetingId))
    await record(db, room)
    await db.updateTable('meeting').set({ status: 'minutes-approved' }).where('id', '=', room.meetingId).execute()
    expect(await refusal(record(db, room))).toBe('forbidden')
  })

  it('pins only measures that the group knows, and reservations of bodies that exist', async () => {
    const { db } = database
    const elsewhere = await createDecisionRoom(database)
    expect(await refusal(record(db, room, { measureIds: [elsewhere.measureId] }))).toBe(
      'not-found/choose-one/measureIds',
    )
    const reservations = [{ bodyId: randomUUID(), text: 'Niet zo.' }]
    expect(await refusal(record(db, room, { reservations }))).toBe('not-found/choose-one/reservations')
    expect(await expectedNumber(db, room.coordinator, 2026)).toBe(1)
  })

  it('is not found by another group', async () => {
    const { id } = await record(database.db, room)
    expect(await refusal(readDecision(database.db, room.stranger, id))).toBe('not-found')
    expect(await refusal(readDecision(database.db, room.observer, 'not-an-id'))).toBe('not-found')
    expect((await listDecisions(database.db, room.stranger, { page: 1 })).total).toBe(0)
  })
})

describe('what is recorded', () => {
  it('keeps reservations with who made them, and calls it consensus with reservations', async () => {
    const { db } = database
    const reservations = [{ bodyId: room.youth.id, text: 'Tot misbruik geregeld is.' }]
    const { id } = await record(db, room, { reservations, result: 'advice' })
    const decision = await readDecision(db, room.observer, id)
    expect(decision).toMatchObject({
      result: 'advice',
      reachedBy: 'consensus-with-reservations',
      title: 'Een standpunt',
      decidedOn: '2026-12-31',
      agendaItem: { position: 1 },
      recordedFor: room.coordinator.mandate.bodyCode,
      reservations: [{ text: 'Tot misbruik geregeld is.', body: { code: room.youth.code } }],
    })
  })

  it('is on the record of everything it concerns, in the same transaction', async () => {
    const { id } = await record(database.db, room)
    const activity = await database.db
      .selectFrom('activity')
      .selectAll()
      .where('subjectId', '=', id)
      .executeTakeFirstOrThrow()
    expect(activity).toMatchObject({ verb: 'decision.recorded', mandateId: room.coordinator.mandate.id })
    expect(activity.topics).toEqual([
      `decision:${id}`,
      'decisions',
      `meeting:${room.meetingId}`,
      'meetings',
      `measure:${room.measureId}`,
      'measures',
      `group:${room.group.id}`,
    ])
  })

  it('cannot be changed or removed, not even in the database', async () => {
    const { db } = database
    const { id } = await record(db, room, { reservations: [{ bodyId: room.sport.id, text: 'Toch niet.' }] })
    await expect(db.updateTable('decision').set({ text: 'Anders' }).where('id', '=', id).execute()).rejects.toThrow(
      /append-only/,
    )
    await expect(db.deleteFrom('decisionReservation').where('decisionId', '=', id).execute()).rejects.toThrow(
      /append-only/,
    )
    await expect(db.deleteFrom('decisionMeasure').where('decisionId', '=', id).execute()).rejects.toThrow(/append-only/)
  })

  it('cannot claim reservations that nobody made', () => {
    const input = { decisionId: randomUUID(), agendaItemId: randomUUID(), result: 'approved', text: 'Ja' }
    const parsed = recordDecisionInput.safeParse({ ...input, reachedBy: 'consensus-with-reservations' })
    expect(parsed.error?.issues.map(issue => [issue.path.join(), issue.message])).toEqual([
      ['reservations', 'reservation-missing'],
    ])
  })
})

describe('a correction', () => {
  it('names what it takes the place of, and both say so wherever they stand', async () => {
    const { db } = database
    const wrong = await record(db, room, { title: 'Eerst' })
    const right = await record(db, room, { title: 'Dan', correctsId: wrong.id })
    const [older, newer] = await Promise.all([wrong, right].map(({ id }) => readDecision(db, room.observer, id)))
    expect([older?.corrects, older?.correctedBy?.id]).toEqual([null, right.id])
    expect([newer?.corrects, newer?.correctedBy]).toEqual([
      { id: wrong.id, year: 2026, number: 1, title: 'Eerst' },
      null,
    ])
    const { decisions } = await listDecisions(db, room.observer, { page: 1 })
    expect(decisions.map(({ corrects, correctedBy }) => [corrects?.number, correctedBy?.number])).toEqual([
      [1, undefined],
      [undefined, 2],
    ])
    const inMeeting = await listDecisionsOfMeeting(db, room.observer, room.meetingId)
    expect(inMeeting.map(decision => decision.correctedBy?.number)).toEqual([2, undefined])
    expect((await correctableDecisions(db, room.coordinator)).map(({ number }) => number)).toEqual([2])
    const { topics } = await db
      .selectFrom('activity')
      .select('topics')
      .where('subjectId', '=', right.id)
      .executeTakeFirstOrThrow()
    expect(topics).toContain(`decision:${wrong.id}`)
  })

  it('is of a decision of this group that still stands, also when two come at once', async () => {
    const { db } = database
    const elsewhere = await createDecisionRoom(database)
    const { id: foreign } = await record(db, elsewhere)
    expect(await refusal(record(db, room, { correctsId: foreign }))).toBe('not-found/choose-one/correctsId')
    const { id: correctsId } = await record(db, room)
    const both = await Promise.allSettled([1, 2].map(() => record(db, room, { correctsId })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(record(db, room, { correctsId }))).toBe('conflict/already-corrected/correctsId')
    expect(await expectedNumber(db, room.coordinator, 2026)).toBe(3)
  })
})

describe('the register', () => {
  it('is filtered by result, year and words of the decision, its number, meeting or measure', async () => {
    const { db } = database
    const other = await createMeeting(db, room.coordinator, { date: '2025-05-05' })
    const insurance = await addMeasure(db, room, { title: 'Verzekering 100% gratis' })
    await record(db, room, { result: 'advice', text: 'Advies aan de minister.' })
    await record(db, room, { agendaItemId: other.agendaItemId, title: 'Polis', measureIds: [insurance] })

    const found = async (filters: object) => {
      const register = await listDecisions(db, room.observer, { page: 1, ...filters })
      return register.decisions.map(decision => `${decision.year}-${decision.number}`)
    }
    expect(await found({})).toEqual(['2026-1', '2025-1'])
    expect(await found({ result: 'advice' })).toEqual(['2026-1'])
    expect(await found({ year: 2025 })).toEqual(['2025-1'])
    expect(await found({ q: 'minister advies' })).toEqual(['2026-1'])
    expect(await found({ q: '2025-01' })).toEqual(['2025-1'])
    expect(await found({ q: '100%' })).toEqual(['2025-1'])
    expect(await found({ q: 'meldings' })).toEqual(['2026-1'])
    expect(await found({ page: 2 })).toEqual([])
    expect((await listDecisions(db, room.observer, { page: 1, year: 2025 })).years).toEqual([2026, 2025])
  })
})
