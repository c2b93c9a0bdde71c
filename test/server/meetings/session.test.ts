import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { confirmPresent } from '#server/meetings/confirm-present'
import { askFloor, endFloor, giveFloor, listFloorRequests } from '#server/meetings/floor'
import { addAttendee, changeAttendance, expectMembers, leaveMeeting } from '#server/meetings/keep-attendance'
import { addAgendaItemInput } from '#server/meetings/meeting.shared'
import { planMeeting } from '#server/meetings/plan-meeting'
import { readMeeting } from '#server/meetings/read-meeting'
import { extendItem, openItem, runClock } from '#server/meetings/run-session'
import { secondsLeft, secondsOf } from '#server/meetings/session.shared'
import { startMeeting } from '#server/meetings/start-meeting'
import { createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team
let meetingId: string
let items: string[]
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  team = await createTeam(database.db)
  const date = new Date().toISOString().slice(0, 10)
  meetingId = await act(planMeeting as never, { title: 'Vandaag', date, time: '13:30', location: '' })
  items = []
  for (const title of ['a', 'b', 'c']) {
    items.push(
      await act(addAgendaItem, addAgendaItemInput.parse({ meetingId, kind: 'discussion', title, minutes: 10 })),
    )
  }
})

type Write<Input, Result> = (trx: never, actor: Actor, input: Input) => Promise<Result>
const act = <Input, Result>(write: Write<Input, Result>, input: Input, actor = team.coordinator) =>
  database.db.transaction().execute(trx => write(trx as never, actor, input))
const read = () => readMeeting(database.db, team.observer, meetingId)
/** As if so many seconds had passed since the clock began. */
const pass = async (seconds: number) => {
  const { clock } = await read()
  const clockStartedAt = new Date(clock.startedAt!.getTime() - seconds * 1000)
  await database.db.updateTable('meeting').set({ clockStartedAt }).where('id', '=', meetingId).execute()
}

it('goes through its agenda: one item at hand for everybody, its time counted, what it went on from handled', async () => {
  expect(await refusal(act(openItem, { meetingId, agendaItemId: items[0]! }))).toBe('conflict/meeting-not-in-session')
  await act(startMeeting, meetingId)
  expect((await read()).clock.currentItemId).toBe(items[0])
  await pass(90)
  await act(runClock, { meetingId, run: false })
  await act(runClock, { meetingId, run: false })
  await act(runClock, { meetingId, run: true })
  await pass(30)
  const { clock, items: running } = await read()
  expect(secondsOf(running[0]!, clock, clock.now.getTime())).toBeGreaterThanOrEqual(120)
  expect(secondsOf(running[0]!, clock, clock.now.getTime())).toBeLessThan(125)
  expect(secondsLeft(running, clock, clock.now.getTime())).toBeLessThanOrEqual(30 * 60 - 120)

  await act(extendItem, { agendaItemId: items[0]!, minutes: 5 })
  await act(openItem, { meetingId, agendaItemId: items[2]! })
  await act(openItem, { meetingId, agendaItemId: items[1]! })
  const after = await read()
  expect(after.clock.currentItemId).toBe(items[1])
  expect(after.items.map(item => [item.minutesAllotted, item.handledAt !== null])).toEqual([
    [15, true],
    [10, false],
    [10, false],
  ])
  for (const actor of [team.editor, team.forSport, team.observer]) {
    expect(await refusal(act(openItem, { meetingId, agendaItemId: items[0]! }, actor))).toBe('forbidden')
    expect(await refusal(act(runClock, { meetingId, run: false }, actor))).toBe('forbidden')
  }
  expect(await refusal(act(openItem, { meetingId, agendaItemId: items[0]! }, team.stranger))).toBe('not-found')
  await act(concludeMeeting, meetingId)
  expect((await read()).clock).toMatchObject({ currentItemId: null, startedAt: null })
})

it('gives the floor to one at a time, in the order of asking', async () => {
  expect(await refusal(act(askFloor, { meetingId }, team.forSport))).toBe('forbidden')
  await act(startMeeting, meetingId)
  for (const actor of [team.forSport, team.forSport, team.forYouth, team.editor])
    await act(askFloor, { meetingId }, actor)
  expect(await refusal(act(askFloor, { meetingId }, team.observer))).toBe('forbidden')
  const waiting = await listFloorRequests(database.db, meetingId)
  expect(waiting.map(request => request.personId)).toEqual([
    team.forSport.personId,
    team.forYouth.personId,
    team.editor.personId,
  ])
  const [first, second, third] = waiting.map(request => request.id)
  expect(await refusal(act(giveFloor, { meetingId, requestId: first! }, team.forSport))).toBe('forbidden')
  await act(giveFloor, { meetingId, requestId: second! })
  await act(giveFloor, { meetingId, requestId: first! })
  expect(await refusal(act(endFloor, { meetingId, requestId: third! }, team.forSport))).toBe('forbidden')
  await act(endFloor, { meetingId, requestId: third! }, team.editor)
  const now = await listFloorRequests(database.db, meetingId)
  expect(now.map(request => [request.id, request.givenAt !== null])).toEqual([[first, true]])
  await act(concludeMeeting, meetingId)
  expect(await listFloorRequests(database.db, meetingId)).toEqual([])
})

it('knows who is there: expected from mandates, confirmed from presence, late, gone early, spoken for', async () => {
  await act(addAttendee, { meetingId, bodyId: team.youth.id, capacity: 'guest' as const, description: 'spreker' })
  await act(expectMembers, { meetingId }, team.editor)
  await act(expectMembers, { meetingId }, team.editor)
  const of = async (actor: Actor) => (await read()).attendance.find(row => row.person?.id === actor.personId)
  // The guest of youth may well be their representative.
  expect((await read()).attendance).toHaveLength(5)
  expect(await of(team.coordinator)).toMatchObject({ capacity: 'chair', presence: 'expected', isConfirmed: false })

  await act(startMeeting, meetingId)
  const startedAt = new Date(Date.now() - 20 * 60_000)
  await database.db.updateTable('meeting').set({ startedAt }).where('id', '=', meetingId).execute()
  const personIds = [team.editor, team.forYouth, team.stranger].map(actor => actor.personId)
  await act(confirmPresent, { meetingId, personIds }, team.editor)
  expect((await read()).attendance).toHaveLength(5)
  expect(await of(team.editor)).toMatchObject({ presence: 'present', isConfirmed: true, isLate: true })
  expect(await of(team.forYouth)).toMatchObject({ presence: 'present', description: 'spreker' })
  expect(await of(team.stranger)).toBeUndefined()

  const editor = (await of(team.editor))!
  await act(leaveMeeting, { attendanceId: editor.id }, team.editor)
  expect((await of(team.editor))?.leftAt).not.toBeNull()
  const sport = (await of(team.forSport))!
  const away = { attendanceId: sport.id, presence: 'excused' as const, representedById: editor.id }
  await act(changeAttendance, away, team.editor)
  expect(await of(team.forSport)).toMatchObject({ presence: 'excused', representedBy: editor.id })
  expect(await refusal(act(changeAttendance, { ...away, representedById: sport.id }, team.editor))).toBe(
    'not-found/choose-one/representedById',
  )
  for (const actor of [team.forSport, team.observer]) {
    expect(await refusal(act(changeAttendance, away, actor))).toBe('forbidden')
    expect(await refusal(act(confirmPresent, { meetingId, personIds }, actor))).toBe('forbidden')
  }
  expect(await refusal(act(changeAttendance, away, team.stranger))).toBe('not-found')
})
