import type { Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#db/schema/index'
import { proposeItems } from '#server/agendas/propose-items'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { changeAgendaItem } from '#server/meetings/change-agenda-item'
import { addAgendaItemInput, changeAgendaItemInput } from '#server/meetings/meeting.shared'
import { readMeeting } from '#server/meetings/read-meeting'
import { readAgendaVersion, sendAgenda } from '#server/meetings/send-agenda'
import { transferAgendaItem } from '#server/meetings/transfer-agenda-item'
import { closePositionRound } from '#server/positions/close-position-round'
import { newestRoundsOn } from '#server/positions/position-round-list'
import { createMeeting } from '#test/server/decisions/decision-room'
import { refusal } from '#test/server/measures/team'
import { createPositionRoom } from '#test/server/positions/position-room'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let room: Awaited<ReturnType<typeof createPositionRoom>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createPositionRoom(database)
})

const within = <Result>(write: (trx: Transaction<Database>) => Promise<Result>) =>
  database.db.transaction().execute(write)
const meeting = (id = room.meetingId) => readMeeting(database.db, room.coordinator, id)
const item = async (id: string, of = room.meetingId) => (await meeting(of)).items.find(found => found.id === id)!
const add = (values: object) =>
  within(trx =>
    addAgendaItem(
      trx,
      room.coordinator,
      addAgendaItemInput.parse({ meetingId: room.meetingId, kind: 'decision', title: 'De ronde', ...values }),
    ),
  )

test('a round that closed is proposed, and the item that comes of it is about that round', async () => {
  const roundId = await room.open({ question: 'Kan dit?' })
  await within(trx => closePositionRound(trx, room.coordinator, { roundId }))
  const proposals = async () =>
    (await proposeItems(database.db, room.coordinator, await meeting())).filter(
      ({ reason }) => reason === 'closed-round',
    )
  const [proposed] = await proposals()
  expect(proposed).toMatchObject({ subjectId: roundId, measureIds: [room.measureId] })

  const id = await add({ proposedFor: 'closed-round', proposedSubjectId: roundId, measureIds: proposed!.measureIds })
  const [round] = (await item(id)).rounds
  expect(round).toMatchObject({ id: roundId, title: 'Voorjaar', question: 'Kan dit?' })
  expect(round?.closedAt).toBeInstanceOf(Date)
  expect(await proposals()).toEqual([])
})

test('an item names rounds of its group, keeps them where it is copied and sent, and lets go of them', async () => {
  const first = await room.open()
  const second = await room.open({ title: 'Najaar', measureIds: [room.measureId] })
  const elsewhere = await createPositionRoom(database)
  const foreign = await elsewhere.open()
  expect(await refusal(add({ roundIds: [foreign] }))).toBe('not-found/choose-one/roundIds')
  const lured = add({ proposedFor: 'closed-round', proposedSubjectId: foreign })
  expect(await refusal(lured)).toBe('not-found/choose-one/roundIds')

  const id = await add({ roundIds: [first, second, first] })
  expect((await item(id)).rounds.map(round => [round.title, round.closedAt])).toEqual([
    ['Najaar', null],
    ['Voorjaar', null],
  ])
  const number = await within(trx => sendAgenda(trx, room.coordinator, { meetingId: room.meetingId, note: '' }))
  const { agenda } = await readAgendaVersion(database.db, room.observer, { meetingId: room.meetingId, number })
  expect(agenda.items.map(sent => sent.rounds?.map(({ id }) => id))).toEqual([undefined, [second, first]])
  const next = await createMeeting(database.db, room.coordinator, { date: '2027-03-01' })
  const copy = await within(trx =>
    transferAgendaItem(trx, room.coordinator, { agendaItemId: id, how: 'copy', toMeetingId: next.meetingId }),
  )
  expect((await item(copy, next.meetingId)).rounds).toHaveLength(2)

  const values = { agendaItemId: id, revision: 1, kind: 'decision', title: 'Zonder', roundIds: [second] }
  await within(trx => changeAgendaItem(trx, room.coordinator, changeAgendaItemInput.parse(values)))
  expect((await item(id)).rounds.map(round => round.id)).toEqual([second])
})

test('the newest round about a measure is the one that counts', async () => {
  const { db } = database
  await room.open()
  const second = await room.open({ title: 'Najaar', question: 'En nu?' })
  expect(await newestRoundsOn(db, room.observer, [room.measureId])).toMatchObject([
    { id: second, title: 'Najaar', question: 'En nu?', measureId: room.measureId, closedAt: null },
  ])
  expect(await newestRoundsOn(db, room.stranger, [room.measureId])).toEqual([])
})
