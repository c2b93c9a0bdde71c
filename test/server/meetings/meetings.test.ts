import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { addAgendaItemInput, planMeetingInput } from '#server/meetings/meeting.shared'
import { listMeetings, nextMeeting } from '#server/meetings/meeting-list'
import { moveAgendaItem } from '#server/meetings/move-agenda-item'
import { planMeeting } from '#server/meetings/plan-meeting'
import { readMeeting } from '#server/meetings/read-meeting'
import { startMeeting } from '#server/meetings/start-meeting'
import { addMeasure, createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  team = await createTeam(database.db)
})

const plan = (date = '2026-07-01', actor = team.coordinator) =>
  database.db
    .transaction()
    .execute(trx => planMeeting(trx, actor, { title: `Vergadering ${date}`, date, time: '13:30', location: '' }))
const add = (meetingId: string, values: object = {}, actor = team.coordinator) => {
  const input = addAgendaItemInput.parse({ meetingId, kind: 'discussion', title: 'Punt', ...values })
  return database.db.transaction().execute(trx => addAgendaItem(trx, actor, input))
}
const move = (agendaItemId: string, direction: 'up' | 'down', actor = team.coordinator) =>
  database.db.transaction().execute(trx => moveAgendaItem(trx, actor, { agendaItemId, direction }))
const titles = async (meetingId: string) =>
  (await readMeeting(database.db, team.observer, meetingId)).items.map(item => `${item.position} ${item.title}`)

describe('planning', () => {
  it('takes the hour as it is in Brussels, in summer and in winter', async () => {
    const summer = await readMeeting(database.db, team.observer, await plan('2026-07-01'))
    const winter = await readMeeting(database.db, team.observer, await plan('2026-12-01'))
    expect([summer.startsAt, winter.startsAt].map(date => date.toISOString())).toEqual([
      '2026-07-01T11:30:00.000Z',
      '2026-12-01T12:30:00.000Z',
    ])
  })

  it('is for coordinators', async () => {
    for (const actor of [team.editor, team.forSport, team.observer])
      expect(await refusal(plan('2026-07-01', actor))).toBe('forbidden')
  })

  it('refuses what is no day and no hour, by field', () => {
    const { error } = planMeetingInput.safeParse({ title: ' ', date: '2026-02-30', time: '25:00' })
    expect(error?.issues.map(issue => [issue.path[0], issue.message])).toEqual([
      ['title', 'required'],
      ['date', 'not-a-date'],
      ['time', 'not-a-time'],
    ])
  })
})

describe('the agenda', () => {
  it('keeps its order when several people add at once', async () => {
    const meetingId = await plan()
    await Promise.all(Array.from({ length: 8 }, () => add(meetingId)))
    const { items } = await readMeeting(database.db, team.observer, meetingId)
    expect(items.map(item => item.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('moves items up and down, and leaves those at the ends where they are', async () => {
    const meetingId = await plan()
    const [first, , last] = [
      await add(meetingId, { title: 'A' }),
      await add(meetingId, { title: 'B' }),
      await add(meetingId, { title: 'C' }),
    ]
    await move(first!, 'up')
    await move(last!, 'down')
    expect(await titles(meetingId)).toEqual(['1 A', '2 B', '3 C'])
    await move(first!, 'down')
    await move(last!, 'up')
    expect(await titles(meetingId)).toEqual(['1 B', '2 C', '3 A'])
  })

  it('shows what each item is about, who prepares it and how long it may take', async () => {
    const measureId = await addMeasure(database.db, team, { title: 'Meldingsplicht', number: 7 })
    const meetingId = await plan()
    await add(meetingId, { minutes: 25, presenterBodyId: team.sport.id, measureIds: [measureId, measureId] })
    const { items } = await readMeeting(database.db, team.observer, meetingId)
    expect(items[0]).toMatchObject({
      minutesAllotted: 25,
      presenter: { code: team.sport.code },
      measures: [{ id: measureId, number: 7, title: 'Meldingsplicht', version: null, isFrozen: false }],
    })
  })

  it('is for coordinators, knows only its own measures, and stands once the minutes are approved', async () => {
    const meetingId = await plan()
    const item = await add(meetingId)
    expect(await refusal(add(meetingId, {}, team.editor))).toBe('forbidden')
    expect(await refusal(move(item, 'up', team.observer))).toBe('forbidden')
    expect(await refusal(add(meetingId, {}, team.stranger))).toBe('not-found')
    expect(await refusal(move(item, 'up', team.stranger))).toBe('not-found')
    const elsewhere = await createTeam(database.db)
    const foreign = await addMeasure(database.db, elsewhere)
    expect(await refusal(add(meetingId, { measureIds: [foreign] }))).toBe('not-found/choose-one/measureIds')
    expect(await refusal(add(meetingId, { presenterBodyId: randomUUID() }))).toBe(
      'not-found/choose-one/presenterBodyId',
    )
    await database.db.updateTable('meeting').set({ status: 'minutes-approved' }).where('id', '=', meetingId).execute()
    expect(await refusal(add(meetingId))).toBe('forbidden')
    expect(await refusal(move(item, 'up'))).toBe('forbidden')
  })
})

describe('the course of a meeting', () => {
  const start = (id: string, actor = team.coordinator) =>
    database.db.transaction().execute(trx => startMeeting(trx, actor, id))
  const conclude = (id: string, actor = team.coordinator) =>
    database.db.transaction().execute(trx => concludeMeeting(trx, actor, id))

  it('is opened once and closed once, by a coordinator', async () => {
    const id = await plan()
    expect(await refusal(start(id, team.editor))).toBe('forbidden')
    expect(await refusal(conclude(id))).toBe('conflict/meeting-not-in-session')
    await start(id)
    expect(await refusal(start(id))).toBe('conflict/meeting-not-planned')
    expect(await refusal(conclude(id, team.forYouth))).toBe('forbidden')
    await conclude(id)
    const { status, startedAt, endedAt } = await readMeeting(database.db, team.observer, id)
    expect(status).toBe('concluded')
    expect(endedAt!.getTime()).toBeGreaterThanOrEqual(startedAt!.getTime())
    const verbs = await database.db
      .selectFrom('activity')
      .select('verb')
      .where('subjectId', '=', id)
      .orderBy('id')
      .execute()
    expect(verbs.map(row => row.verb)).toEqual(['meeting.planned', 'meeting.started', 'meeting.concluded'])
  })

  it('lists what is to come, soonest first, and what is over, newest first, for this group alone', async () => {
    const { db } = database
    const [later, sooner, over, longOver] = [
      await plan('2031-05-01'),
      await plan('2031-03-01'),
      await plan('2021-01-01'),
      await plan('2020-01-01'),
    ]
    for (const id of [over, longOver]) {
      await start(id!)
      await conclude(id!)
    }
    await add(sooner!, { title: 'Jaarrapport' })
    const list = await listMeetings(db, team.observer, { page: 1 })
    expect(list.upcoming.map(meeting => meeting.id)).toEqual([sooner, later])
    expect(list.past.map(meeting => meeting.id)).toEqual([over, longOver])
    expect(list.upcoming[0]).toMatchObject({ itemCount: 1, decisionCount: 0 })
    expect(list.pages).toBe(1)
    expect(await nextMeeting(db, team.observer)).toMatchObject({ id: sooner, agenda: ['Jaarrapport'] })

    await start(later!)
    expect(await nextMeeting(db, team.observer)).toMatchObject({ id: later, status: 'in-session' })
    expect(await listMeetings(db, team.stranger, { page: 1 })).toMatchObject({ upcoming: [], past: [] })
    expect(await nextMeeting(db, team.stranger)).toBeNull()
    expect(await refusal(readMeeting(db, team.stranger, later!))).toBe('not-found')
  })
})
