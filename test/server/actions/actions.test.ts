import type { Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#db/schema/index'
import { actionFilters, addActionInput } from '#server/actions/action.shared'
import {
  actionsOfMeasure,
  actionsOfMeeting,
  actionsToDo,
  countOverdueActions,
  overdueActions,
} from '#server/actions/action-queries'
import { addAction } from '#server/actions/add-action'
import { listActions } from '#server/actions/list-actions'
import { dropAction, finishAction, moveAction, noteAction, reopenAction } from '#server/actions/take-step'
import type { Actor } from '#server/auth/actor.shared'
import { createDecisionRoom, type DecisionRoom, record } from '#test/server/decisions/decision-room'
import { refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let room: DecisionRoom

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createDecisionRoom(database)
})

const within = <Result>(write: (trx: Transaction<Database>) => Promise<Result>) =>
  database.db.transaction().execute(write)

const add = (actor: Actor, values: object = {}) =>
  within(trx =>
    addAction(trx, actor, addActionInput.parse({ title: 'De brief schrijven', bodyId: room.sport.id, ...values })),
  )

const read = async (id: string) => {
  const filters = actionFilters.parse({ whose: 'all', state: 'any' })
  return (await listActions(database.db, room.observer, filters)).actions.find(action => action.id === id)
}

test('an action is given by editors to anybody, by a body to itself, and to who acts for that body', async () => {
  for (const actor of [room.coordinator, room.editor, room.forSport]) await add(actor)
  for (const actor of [room.forYouth, room.observer]) expect(await refusal(add(actor))).toBe('forbidden')
  expect(await refusal(add(room.coordinator, { personId: room.forYouth.personId }))).toBe(
    'invalid/person-without-mandate/personId',
  )
  const elsewhere = await createDecisionRoom(database)
  expect(await refusal(add(room.editor, { measureId: elsewhere.measureId }))).toBe('not-found/choose-one/measureId')
  expect(await refusal(add(room.editor, { agendaItemId: elsewhere.agendaItemId }))).toBe(
    'not-found/choose-one/agendaItemId',
  )
  expect((await actionsToDo(database.db, room.forSport)).length).toBe(3)
  expect(await actionsToDo(database.db, room.forYouth)).toEqual([])
})

test('it is done with a line on how, moved and reopened with a reason, and everything that was said stays', async () => {
  const actionItemId = await add(room.editor, { dueOn: '2026-12-01' })
  await within(trx => noteAction(trx, room.forSport, { actionItemId, text: 'Ontwerp is klaar.' }))
  await within(trx => moveAction(trx, room.forSport, { actionItemId, dueOn: '2027-01-15', text: 'Wacht op advies.' }))
  await within(trx => finishAction(trx, room.forSport, { actionItemId, text: 'Verstuurd op 10 januari.' }))
  const again = within(trx => finishAction(trx, room.forSport, { actionItemId, text: 'Nog eens.' }))
  expect(await refusal(again)).toBe('conflict/action-closed')
  await within(trx => reopenAction(trx, room.coordinator, { actionItemId, text: 'Geen antwoord.' }))
  expect(await read(actionItemId)).toMatchObject({
    state: 'open',
    dueOn: '2027-01-15',
    steps: [
      { step: 'note', text: 'Ontwerp is klaar.' },
      { step: 'moved', dueBefore: '2026-12-01', dueAfter: '2027-01-15' },
      { step: 'done', text: 'Verstuurd op 10 januari.', byCode: room.sport.code },
      { step: 'reopened' },
    ],
  })
})

test('only who carries it, or an editor, touches it; what the group gave is dropped by an editor', async () => {
  const given = await add(room.editor)
  const own = await add(room.forSport)
  const line = (actionItemId: string) => ({ actionItemId, text: 'Zo.' })
  for (const actor of [room.forYouth, room.observer]) {
    for (const take of [noteAction, finishAction, dropAction, reopenAction]) {
      expect(await refusal(within(trx => take(trx, actor, line(given))))).toBe('forbidden')
    }
  }
  expect(await refusal(within(trx => noteAction(trx, room.stranger, line(given))))).toBe('not-found')
  const { id: decided } = await record(database.db, room, { actions: [{ title: 'Lijst', bodyId: room.sport.id }] })
  const [fromDecision] = (await actionsOfMeeting(database.db, room.observer, room.meetingId)).filter(
    action => action.decision?.id === decided,
  )
  expect(await refusal(within(trx => dropAction(trx, room.forSport, line(fromDecision!.id))))).toBe('forbidden')
  await within(trx => dropAction(trx, room.forSport, line(own)))
  await within(trx => dropAction(trx, room.editor, line(fromDecision!.id)))
  expect((await read(fromDecision!.id))?.state).toBe('dropped')
})

test('what is late is counted and found by whose it is, its meeting and its measure', async () => {
  const late = await add(room.editor, { dueOn: '2020-01-01', measureId: room.measureId })
  await add(room.editor, { dueOn: '2099-01-01', bodyId: room.youth.id })
  const atItem = await add(room.editor, { agendaItemId: room.agendaItemId, bodyId: room.youth.id })
  const { db } = database
  expect((await overdueActions(db, room.observer)).map(({ id }) => id)).toEqual([late])
  expect(await countOverdueActions(db, room.forSport)).toBe(1)
  expect(await countOverdueActions(db, room.forYouth)).toBe(0)
  const list = await listActions(db, room.forYouth, actionFilters.parse({}))
  expect(list).toMatchObject({ total: 2, open: { all: 3, mine: 2, body: 2, overdue: 1 } })
  expect(list.actions.map(({ dueOn }) => dueOn)).toEqual(['2099-01-01', null])
  const overdue = await listActions(db, room.forYouth, actionFilters.parse({ whose: 'all', state: 'overdue' }))
  expect(overdue.actions.map(({ id }) => id)).toEqual([late])
  expect((await actionsOfMeasure(db, room.observer, room.measureId)).map(({ id }) => id)).toEqual([late])
  expect((await actionsOfMeeting(db, room.observer, room.meetingId)).map(({ id }) => id)).toEqual([atItem])
  expect((await listActions(db, room.stranger, actionFilters.parse({ whose: 'all' }))).total).toBe(0)
})
