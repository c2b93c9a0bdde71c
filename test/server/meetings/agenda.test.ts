import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { fillFromTemplate, listTemplates, saveTemplate } from '#server/meetings/agenda-templates'
import { changeAgendaItem } from '#server/meetings/change-agenda-item'
import { addAgendaItemInput, changeAgendaItemInput } from '#server/meetings/meeting.shared'
import { createSeries, endSeries, listSeries, planNextOfSeries } from '#server/meetings/meeting-series'
import { moveAgendaItem } from '#server/meetings/move-agenda-item'
import { planMeeting } from '#server/meetings/plan-meeting'
import { readMeeting } from '#server/meetings/read-meeting'
import { removeAgendaItem } from '#server/meetings/remove-agenda-item'
import { listAgendaVersions, readAgendaVersion, sendAgenda } from '#server/meetings/send-agenda'
import { startMeeting } from '#server/meetings/start-meeting'
import { transferAgendaItem } from '#server/meetings/transfer-agenda-item'
import { addMeasure, createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team
let meetingId: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  team = await createTeam(database.db)
  meetingId = await plan()
})

type Write<Input, Result> = (trx: never, actor: Actor, input: Input) => Promise<Result>
/** Does one write in a transaction of its own, as the coordinator unless somebody else is named. */
const act = <Input, Result>(write: Write<Input, Result>, input: Input, actor = team.coordinator) =>
  database.db.transaction().execute(trx => write(trx as never, actor, input))
const plan = (date = '2026-07-01') =>
  act(planMeeting as never, { title: `Vergadering ${date}`, date, time: '13:30', location: '' }) as Promise<string>
const add = (title: string, values: object = {}, to = meetingId) =>
  act(addAgendaItem, addAgendaItemInput.parse({ meetingId: to, kind: 'discussion', title, ...values }))
const titles = async (id = meetingId) =>
  (await readMeeting(database.db, team.observer, id)).items.map(item => `${item.position} ${item.title}`)
const item = async (id: string, of = meetingId) =>
  (await readMeeting(database.db, team.observer, of)).items.find(found => found.id === id)!

describe('items', () => {
  it('are dragged to a place, and taken off, and the numbers close up', async () => {
    const [, , c] = [await add('a'), await add('b'), await add('c')]
    await act(moveAgendaItem, { agendaItemId: c, place: 1 })
    expect(await titles()).toEqual(['1 c', '2 a', '3 b'])
    await act(removeAgendaItem, { agendaItemId: c })
    expect(await titles()).toEqual(['1 a', '2 b'])
  })

  it('are changed by who saw what stands there, and not over somebody else', async () => {
    const measureId = await addMeasure(database.db, team)
    const id = await add('a', { measureIds: [measureId] })
    const links = [{ title: 'Nota', url: 'https://example.org/nota.pdf' }]
    const values = { agendaItemId: id, revision: 1, kind: 'decision', title: 'b', minutes: 10, links }
    await act(changeAgendaItem, changeAgendaItemInput.parse(values))
    expect(await item(id)).toMatchObject({ title: 'b', kind: 'decision', minutesAllotted: 10, links, measures: [] })
    const late = act(changeAgendaItem, changeAgendaItemInput.parse({ ...values, title: 'c' }))
    expect(await refusal(late)).toBe('conflict/changed-meanwhile')
  })

  it('stay where minutes were written or where the meeting is at, but can be copied and carried over once', async () => {
    const [a, b] = [await add('a'), await add('b')]
    const later = await plan('2026-09-01')
    await act(startMeeting, meetingId)
    const { documentId } = (await item(b)).minutes!
    await database.db.updateTable('document').set({ seq: 1 }).where('id', '=', documentId).execute()
    expect(await refusal(act(removeAgendaItem, { agendaItemId: a }))).toBe('conflict/item-at-hand')
    expect(await refusal(act(removeAgendaItem, { agendaItemId: b }))).toBe('conflict/item-has-results')
    const transfer = (how: 'move' | 'copy' | 'carry-over', agendaItemId: string, toMeetingId = later) =>
      act(transferAgendaItem, { agendaItemId, how, toMeetingId })
    expect(await refusal(transfer('move', b))).toBe('conflict/item-has-results')

    const carried = await transfer('carry-over', b)
    expect((await item(carried, later)).carriedFrom).toEqual({ id: b, meetingId })
    expect((await item(b)).carriedTo).toEqual({ id: carried, meetingId: later })
    expect(await refusal(transfer('carry-over', b))).toBe('conflict/already-carried')
    await transfer('copy', a, meetingId)
    await transfer('move', await add('c'))
    expect([await titles(), await titles(later)]).toEqual([
      ['1 a', '2 b', '3 a'],
      ['1 b', '2 c'],
    ])
  })

  it('of another group do not exist', async () => {
    const id = await add('a')
    const copy = { agendaItemId: id, how: 'copy' as const, toMeetingId: meetingId }
    expect(await refusal(act(removeAgendaItem, { agendaItemId: id }, team.stranger))).toBe('not-found')
    expect(await refusal(act(moveAgendaItem, { agendaItemId: id, place: 1 }, team.stranger))).toBe('not-found')
    expect(await refusal(act(transferAgendaItem, copy, team.stranger))).toBe('not-found')
  })
})

describe('templates and series', () => {
  it('begin an agenda, under a name that is taken once', async () => {
    await add('Goedkeuring verslag', { minutes: 5 })
    await add('Rondvraag')
    const templateId = await act(saveTemplate, { meetingId, name: 'Gewoon' })
    expect(await refusal(act(saveTemplate, { meetingId, name: 'gewoon' }))).toBe('conflict/template-name-taken/name')
    expect(await listTemplates(database.db, team.observer)).toMatchObject([{ name: 'Gewoon', itemCount: 2 }])
    expect(await listTemplates(database.db, team.stranger)).toEqual([])
    const other = await plan('2026-08-01')
    await act(fillFromTemplate, { meetingId: other, templateId })
    expect(await titles(other)).toEqual(['1 Goedkeuring verslag', '2 Rondvraag'])
  })

  it('plan the next one, each day once, also for two who ask at the same moment', async () => {
    const rule = { frequency: 'monthly' as const, every: 1, weekday: 4, weekOfMonth: 2, startsOn: '2026-03-01' }
    await act(createSeries, { ...rule, title: 'Maandelijks', location: 'Brussel', time: '10:00' })
    const [series] = await listSeries(database.db, team.observer)
    expect(series?.nextDay).toBe('2026-04-09')
    const ids = await Promise.all([1, 2].map(() => act(planNextOfSeries, { seriesId: series!.id })))
    const days = await database.db.selectFrom('meeting').select('seriesDay').where('id', 'in', ids).execute()
    expect(days.map(day => day.seriesDay).sort()).toEqual(['2026-04-09', '2026-05-14'])
    expect((await readMeeting(database.db, team.observer, ids[0]!)).startsAt.toISOString()).toMatch(/T08:00/)
    await act(endSeries, { seriesId: series!.id })
    expect(await refusal(act(planNextOfSeries, { seriesId: series!.id }))).toBe('not-found')
  })
})

it('an agenda that was sent stands, and is sent again only when it says something else', async () => {
  expect(await refusal(act(sendAgenda, { meetingId, note: '' }))).toBe('conflict/agenda-empty')
  const id = await add('a', { minutes: 10 })
  expect(await act(sendAgenda, { meetingId, note: 'Eerste' })).toBe(1)
  expect(await refusal(act(sendAgenda, { meetingId, note: '' }))).toBe('conflict/agenda-unchanged')
  await act(removeAgendaItem, { agendaItemId: id })
  await add('b')
  expect(await act(sendAgenda, { meetingId, note: '' })).toBe(2)
  expect((await listAgendaVersions(database.db, meetingId)).map(version => version.number)).toEqual([2, 1])
  const first = await readAgendaVersion(database.db, team.observer, { meetingId, number: 1 })
  expect(first.agenda.items).toMatchObject([{ title: 'a', minutesAllotted: 10 }])
  expect(await refusal(readAgendaVersion(database.db, team.stranger, { meetingId, number: 1 }))).toBe('not-found')
  await expect(database.db.deleteFrom('agendaVersion').execute()).rejects.toThrow(/append-only/)
})
