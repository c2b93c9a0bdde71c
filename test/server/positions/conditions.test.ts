import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import { actionsOfDecisions } from '#server/actions/action-queries'
import { finishAction } from '#server/actions/take-step'
import type { Actor } from '#server/auth/actor.shared'
import { applyEffect } from '#server/decisions/apply-effect'
import { effectsOfDecisions } from '#server/decisions/effect-queries'
import { readDecision } from '#server/decisions/read-decision'
import { acceptProposal } from '#server/discussions/accept-proposal'
import { proposeWordingInput } from '#server/discussions/discussion.shared'
import { proposeWording } from '#server/discussions/propose-wording'
import { readThreads } from '#server/discussions/read-threads'
import { loadState } from '#server/documents/load-state'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { listConditions, openConditions } from '#server/positions/condition-queries'
import { linkCondition } from '#server/positions/link-condition'
import { meetCondition, overruleCondition, reopenCondition } from '#server/positions/meet-condition'
import { reconfirmPosition } from '#server/positions/reconfirm-position'
import { record } from '#test/server/decisions/decision-room'
import { markQuote } from '#test/server/discussions/discussed-text'
import { ask, refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createPositionRoom, type PositionRoom } from './position-room'

let database: TestDatabase
let room: PositionRoom
let round: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createPositionRoom(database)
  round = await room.open()
})

const run = <T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> => database.db.transaction().execute(work)
const found = () => listConditions(database.db, room.observer, { measureIds: [room.measureId] })
const states = async () => (await found()).map(({ text, state }) => [text, state])

/** Sport agrees on conditions. */
async function raise(rows: { id?: string; text: string }[], seen?: string) {
  const stance = { stance: 'agree-on-conditions', conditions: rows, seen }
  return room.take(room.forSport, round, room.sport.id, stance)
}
async function raiseOne() {
  await raise([{ text: 'Eén formulier' }])
  return (await found())[0]!.id
}

const meet = (actor: Actor, conditionId: string, values: object = {}) =>
  run(trx => meetCondition(trx, actor, { conditionId, reason: '', ...values }))
const overrule = (actor: Actor, conditionId: string) =>
  run(trx => overruleCondition(trx, actor, { conditionId, reason: 'Het kan niet anders' }))
const reopen = (actor: Actor, conditionId: string) => run(trx => reopenCondition(trx, actor, { conditionId }))
const link = (actor: Actor, conditionId: string, values: object) =>
  run(trx => linkCondition(trx, actor, { conditionId, ...values }))

describe('who may', () => {
  const none = 'nothing was refused'
  const table = {
    coordinator: ['forbidden', none, none],
    editor: ['forbidden', 'forbidden', none],
    forSport: [none, 'forbidden', none],
    colleague: [none, 'forbidden', none],
    forYouth: ['forbidden', 'forbidden', 'forbidden'],
    observer: ['forbidden', 'forbidden', 'forbidden'],
    former: ['forbidden', 'forbidden', 'forbidden'],
    stranger: ['not-found', 'not-found', 'not-found'],
  } as const
  const rows = Object.entries(table) as [keyof typeof table, readonly string[]][]

  test.each(rows)('lift, set aside, point at what meets it: %s, %s', async (role, outcomes) => {
    const conditionId = await raiseOne()
    const quote = 'een loutere melding'
    expect([
      await refusal(link(room[role], conditionId, { quote })),
      await refusal(meet(room[role], conditionId)),
    ]).toEqual([outcomes[2], outcomes[0]])
    if (outcomes[0] === none) await reopen(room.forSport, conditionId)
    expect(await refusal(overrule(room[role], conditionId))).toBe(outcomes[1])
  })

  test('take back: who raised it that it is met, a coordinator that it is set aside', async () => {
    const conditionId = await raiseOne()
    await meet(room.forSport, conditionId)
    expect(await refusal(reopen(room.coordinator, conditionId))).toBe('forbidden')
    expect(await refusal(reopen(room.forYouth, conditionId))).toBe('forbidden')
    await reopen(room.colleague, conditionId)
    await overrule(room.coordinator, conditionId)
    expect(await refusal(reopen(room.forSport, conditionId))).toBe('forbidden')
    await reopen(room.coordinator, conditionId)
    expect(await refusal(reopen(room.coordinator, conditionId))).toBe('conflict/condition-open')
    const [condition] = await found()
    expect(condition!.steps.map(({ step, byCode }) => [step, byCode])).toEqual([
      ['met', room.sport.code],
      ['reopened', room.sport.code],
      ['overruled', room.coordinator.mandate.bodyCode],
      ['reopened', room.coordinator.mandate.bodyCode],
    ])
  })
})

test('a condition is open for who raised it and for who leads the measure, until it is met', async () => {
  const { db } = database
  const responsibilityId = await ask(db, room, room.measureId, room.youth.id)
  await run(trx => acceptResponsibility(trx, room.forYouth, { responsibilityId }))
  const conditionId = await raiseOne()
  const ids = async (asked: object) => (await openConditions(db, room.observer, asked)).map(one => one.id)
  expect(await ids({ bodyIds: [room.sport.id] })).toEqual([conditionId])
  expect(await ids({ ledBy: [room.youth.id] })).toEqual([conditionId])
  expect(await ids({ ledBy: [room.sport.id] })).toEqual([])
  expect(await ids({ measureIds: [room.measureId] })).toEqual([conditionId])
  expect(await openConditions(db, room.stranger)).toEqual([])
  await meet(room.forSport, conditionId, { reason: 'Staat nu in de tekst', quote: 'loutere melding' })
  expect(await ids({ bodyIds: [room.sport.id] })).toEqual([])
  const [condition] = await found()
  expect(condition).toMatchObject({ state: 'met', links: [{ quote: 'loutere melding', version: 1 }] })
  expect(await refusal(meet(room.forSport, conditionId))).toBe('conflict/condition-not-open')
})

describe('what meets it', () => {
  it('is a passage that stands in the text, or a record of the group', async () => {
    const conditionId = await raiseOne()
    expect(await refusal(link(room.editor, conditionId, { quote: 'vrijstelling' }))).toBe('invalid/not-in-text/quote')
    for (const field of ['threadId', 'decisionId', 'effectId', 'actionItemId']) {
      expect(await refusal(link(room.editor, conditionId, { [field]: round }))).toBe(`not-found/choose-one/${field}`)
    }
    const elsewhere = await createPositionRoom(database)
    const theirs = await commit(elsewhere)
    expect(await refusal(link(room.editor, conditionId, { effectId: theirs.effect.id }))).toBe(
      'not-found/choose-one/effectId',
    )
    expect(await refusal(link(room.editor, conditionId, { actionItemId: theirs.action.id }))).toBe(
      'not-found/choose-one/actionItemId',
    )
    expect((await found())[0]!.links).toEqual([])
  })

  it('is shown by the condition with what became of it, and shows the condition itself', async () => {
    const { db } = database
    const conditionId = await raiseOne()
    const { decision, effect, action } = await commit(room)
    const quote = 'een loutere melding'
    const threadId = await propose(quote, 'één formulier')
    for (const values of [
      { threadId },
      { effectId: effect.id },
      { actionItemId: action.id },
      { effectId: effect.id },
    ]) {
      await link(room.editor, conditionId, values)
    }
    await link(room.forSport, conditionId, { decisionId: decision.id })
    await run(trx => acceptProposal(trx, room.editor, { threadId, onto: quote }))
    await run(trx => applyEffect(trx, room.coordinator, { effectId: effect.id }))
    await run(trx => finishAction(trx, room.forSport, { actionItemId: action.id, text: 'Verstuurd' }))

    const [condition] = await found()
    expect(condition!.links).toMatchObject([
      { thread: { id: threadId, quote, proposal: 'accepted' }, decision: null },
      { effect: { id: effect.id, kind: 'set-status', state: 'applied' }, decision: { id: decision.id } },
      { action: { id: action.id, bodyCode: room.sport.code, state: 'done' } },
      { decision: { id: decision.id }, effect: null },
    ])

    const mark = { id: conditionId, measureId: room.measureId, text: 'Eén formulier', bodyCode: room.sport.code }
    const served = async () => [
      (await readThreads(db, room.observer, { measureId: room.measureId, ids: [threadId] }))[0]!.serves,
      (await effectsOfDecisions(db, room.observer, [decision.id]))[0]!.serves,
      (await actionsOfDecisions(db, room.observer, [decision.id]))[0]!.serves,
      (await readDecision(db, room.observer, decision.id)).serves,
    ]
    expect(await served()).toEqual(Array(4).fill([{ ...mark, state: 'open' }]))
    await meet(room.forSport, conditionId)
    expect(await served()).toEqual(Array(4).fill([{ ...mark, state: 'met' }]))
    const told = await db
      .selectFrom('activity')
      .select('topics')
      .where('verb', '=', 'condition.met')
      .where('subjectId', '=', room.measureId)
      .executeTakeFirstOrThrow()
    expect(told.topics).toEqual(expect.arrayContaining([`decision:${decision.id}`, `action:${action.id}`]))
  })

  it('is not shown any more beside what it was pointed at with once it is withdrawn', async () => {
    const first = await raise([{ text: 'Eén formulier' }])
    const { decision } = await commit(room)
    await link(room.editor, (await found())[0]!.id, { decisionId: decision.id })
    await room.take(room.forSport, round, room.sport.id, { stance: 'agree', seen: first })
    expect((await readDecision(database.db, room.observer, decision.id)).serves).toEqual([])
  })
})

/** Sport proposes other words. */
async function propose(quote: string, replacement: string) {
  const text = new Y.Doc()
  Y.applyUpdate(text, (await loadState(database.db, room.documentId)).state)
  const input = { measureId: room.measureId, passage: markQuote(text, quote), replacement }
  return run(trx => proposeWording(trx, room.forSport, proposeWordingInput.parse(input)))
}

/** A decision with something that it changes and something that it gives sport to do. */
async function commit(there: PositionRoom) {
  const { db } = database
  const decision = await record(db, there, {
    effects: [{ kind: 'set-status', measureId: there.measureId, status: 'running' }],
    actions: [{ title: 'Het formulier maken', bodyId: there.sport.id }],
  })
  const [effect] = await effectsOfDecisions(db, there.observer, [decision.id])
  const [action] = await actionsOfDecisions(db, there.observer, [decision.id])
  return { decision, effect: effect!, action: action! }
}

test('a position that replaces another keeps, rewrites and withdraws conditions', async () => {
  const first = await raise([{ text: 'Eén formulier' }, { text: 'Digitaal' }, { text: 'Gratis' }])
  const [form, digital] = await found()
  const second = await raise(
    [
      { id: form!.id, text: 'Eén formulier' },
      { id: digital!.id, text: 'Ook op papier' },
    ],
    first,
  )
  expect(await states()).toEqual([
    ['Eén formulier', 'open'],
    ['Digitaal', 'withdrawn'],
    ['Gratis', 'withdrawn'],
    ['Ook op papier', 'open'],
  ])
  await meet(room.forSport, form!.id)
  await room.take(room.forSport, round, room.sport.id, { stance: 'agree', seen: second })
  expect(await states()).toEqual([
    ['Eén formulier', 'met'],
    ['Digitaal', 'withdrawn'],
    ['Gratis', 'withdrawn'],
    ['Ook op papier', 'withdrawn'],
  ])
  const of = { stance: 'agree-on-conditions', conditions: [{ id: form!.id, text: 'Eén formulier' }] }
  expect(await refusal(room.take(room.forYouth, round, room.youth.id, of))).toBe('not-found/conditions')
})

test('a position that is confirmed keeps its conditions', async () => {
  const seen = await raise([{ text: 'Eén formulier' }])
  await room.write('Nog een zin.')
  const hash = await room.hash(round)
  const input = { roundId: round, measureId: room.measureId, bodyId: room.sport.id, seen, hash }
  const again = await run(trx => reconfirmPosition(trx, room.forSport, input))
  const named = await database.db
    .selectFrom('positionCondition')
    .select('conditionId')
    .where('positionId', '=', again)
    .execute()
  expect(named).toHaveLength(1)
  expect(await states()).toEqual([['Eén formulier', 'open']])
})

test('what was said of conditions stands', async () => {
  const conditionId = await raiseOne()
  await meet(room.forSport, conditionId, { quote: 'loutere melding' })
  for (const table of ['condition', 'position_condition', 'condition_step', 'condition_link']) {
    await expect(sql`delete from ${sql.table(table)}`.execute(database.db)).rejects.toThrow(/append-only/)
  }
})
