import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { createDb } from '#db/client'
import { actionsOfDecisions } from '#server/actions/action-queries'
import type { Actor } from '#server/auth/actor.shared'
import { applyEffect } from '#server/decisions/apply-effect'
import { dropEffect } from '#server/decisions/drop-effect'
import { effectsOfDecisions, effectsOnMeasure, effectsToApply } from '#server/decisions/effect-queries'
import { readContent } from '#server/documents/read-content'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { addMilestone } from '#server/measures/add-milestone'
import { changeMeasure } from '#server/measures/change-measure'
import { endResponsibility } from '#server/measures/end-responsibility'
import { handBackResponsibility } from '#server/measures/hand-back-responsibility'
import { listResponsibilities } from '#server/measures/responsibility-queries'
import { ask, refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createDecisionRoom, type DecisionRoom, record } from './decision-room'

let database: TestDatabase
let room: DecisionRoom

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createDecisionRoom(database)
})

/** Records a decision with effects. @returns them */
async function decide(effects: object[], values: object = {}) {
  const { id } = await record(database.db, room, { effects, ...values })
  return effectsOfDecisions(database.db, room.observer, [id])
}

const apply = (effectId: string, { as = room.coordinator, seen }: { as?: Actor; seen?: string } = {}) =>
  database.db.transaction().execute(trx => applyEffect(trx, as, { effectId, ...(seen !== undefined && { seen }) }))

const measure = () =>
  database.db.selectFrom('measure').selectAll().where('id', '=', room.measureId).executeTakeFirstOrThrow()

const leads = async () =>
  (await listResponsibilities(database.db, room.measureId))
    .filter(({ role, state }) => role === 'lead' && (state === 'accepted' || state === 'proposed'))
    .map(({ bodyId, state }) => ({ bodyId, state }))

describe('what a decision changes', () => {
  it('waits beside it until somebody applies it, and then says who did', async () => {
    const [effect] = await decide([{ kind: 'set-status', measureId: room.measureId, status: 'running' }])
    expect(effect).toMatchObject({ state: 'to-apply', status: 'running', now: 'unknown', steps: [] })
    expect((await measure()).status).toBe('unknown')

    expect(await apply(effect!.id, { as: room.editor, seen: 'unknown' })).toEqual({ step: 'applied' })
    expect((await measure()).status).toBe('running')
    const [applied] = await effectsOnMeasure(database.db, room.observer, room.measureId)
    expect(applied).toMatchObject({
      state: 'applied',
      before: 'unknown',
      steps: [{ step: 'applied', byCode: room.editor.mandate.bodyCode }],
    })
    expect(await refusal(apply(effect!.id))).toBe('conflict/effect-settled')
  })

  it('is applied with the decision where that was asked, and asks a body by giving it an action', async () => {
    const [status, question] = await decide([
      { kind: 'set-status', measureId: room.measureId, status: 'stopped', applyNow: 'on' },
      { kind: 'ask-body', bodyId: room.youth.id, question: 'Maak een lijst.', dueOn: '2027-03-01', applyNow: 'on' },
    ])
    expect([status, question].map(effect => effect?.state)).toEqual(['applied', 'applied'])
    expect((await measure()).status).toBe('stopped')
    expect(await actionsOfDecisions(database.db, room.observer, [status!.decisionId])).toMatchObject([
      { title: 'Maak een lijst.', body: { id: room.youth.id }, dueOn: '2027-03-01', origin: 'decision', state: 'open' },
    ])
  })

  it('moves the dates of a measure and of a milestone, which keeps the decision as its reason', async () => {
    const { db } = database
    const input = { measureId: room.measureId, label: 'De brief', date: '2026', isReached: false }
    const milestoneId = await db.transaction().execute(trx => addMilestone(trx, room.editor, input))
    const of = { kind: 'set-date', measureId: room.measureId, applyNow: true }
    await decide([
      { ...of, of: 'endsOn', date: '6/2028' },
      { ...of, of: milestoneId, date: '15/4/2027' },
    ])
    expect((await measure()).endsOn).toBe('2028-06')
    const step = await db.selectFrom('milestoneStep').selectAll().where('milestoneId', '=', milestoneId).execute()
    expect(step).toMatchObject([
      { step: 'moved', plannedBefore: '2026', plannedAfter: '2027-04-15', reason: expect.stringContaining('2026-') },
    ])
  })

  it('writes the wording into the text, and leaves the rest and its authors alone', async () => {
    const { db } = database
    await room.write('De melding gebeurt jaarlijks op papier.')
    await room.write('En verder niets.')
    const wording = { kind: 'set-wording', measureId: room.measureId, applyNow: true }
    const [replaced, added, missing] = await decide([
      { ...wording, passage: 'jaarlijks op papier', wording: 'één keer, digitaal' },
      { ...wording, wording: 'Ze blijft geldig.' },
      { ...wording, passage: 'wat er niet staat', wording: 'iets anders' },
    ])
    expect((await readContent(db, room.documentId)).text).toBe(
      'De melding gebeurt één keer, digitaal.\nEn verder niets.\nZe blijft geldig.',
    )
    expect([replaced, added].map(effect => effect?.state)).toEqual(['applied', 'applied'])
    expect(missing).toMatchObject({ state: 'to-apply', steps: [{ step: 'refused', reason: 'passage-not-found' }] })
  })

  it('names only what the group has', async () => {
    const elsewhere = await createDecisionRoom(database)
    const status = { kind: 'set-status', measureId: elsewhere.measureId, status: 'done' }
    expect(await refusal(decide([status]))).toBe('not-found/choose-one/effects')
    expect(
      await refusal(apply((await decide([{ ...status, measureId: room.measureId }]))[0]!.id, { as: room.stranger })),
    ).toBe('not-found')
  })
})

describe('a lead', () => {
  const setLead = (bodyId: string) => decide([{ kind: 'set-lead', measureId: room.measureId, bodyId, applyNow: true }])
  const stateOf = async (id: string) =>
    (await effectsOnMeasure(database.db, room.observer, room.measureId)).find(effect => effect.id === id)

  it('is asked and goes on with the former one, until the body accepts: then it is applied, under its mandate', async () => {
    const { db } = database
    const first = await ask(db, room, room.measureId, room.sport.id)
    await db.transaction().execute(trx => acceptResponsibility(trx, room.forSport, { responsibilityId: first }))
    const [effect] = await setLead(room.youth.id)
    expect(effect).toMatchObject({ state: 'asked', now: room.sport.code })
    expect(await leads()).toEqual([
      { bodyId: room.sport.id, state: 'accepted' },
      { bodyId: room.youth.id, state: 'proposed' },
    ])

    const question = await db
      .selectFrom('responsibility')
      .select('id')
      .where('measureId', '=', room.measureId)
      .where('state', '=', 'proposed')
      .executeTakeFirstOrThrow()
    await db.transaction().execute(trx => acceptResponsibility(trx, room.forYouth, { responsibilityId: question.id }))
    expect(await leads()).toEqual([{ bodyId: room.youth.id, state: 'accepted' }])
    expect(await stateOf(effect!.id)).toMatchObject({
      state: 'applied',
      before: room.sport.code,
      steps: [{ step: 'asked' }, { step: 'applied', byCode: room.forYouth.mandate.bodyCode }],
    })
  })

  it('that is handed back, or taken back, is to be applied still and says why', async () => {
    const { db } = database
    const [effect] = await setLead(room.youth.id)
    const open = () =>
      db
        .selectFrom('responsibility')
        .select('id')
        .where('measureId', '=', room.measureId)
        .where('state', '=', 'proposed')
        .executeTakeFirstOrThrow()
    const { id } = await open()
    const handBack = { responsibilityId: id, reason: 'Geen mensen.' }
    await db.transaction().execute(trx => handBackResponsibility(trx, room.forYouth, handBack))
    expect(await stateOf(effect!.id)).toMatchObject({
      state: 'to-apply',
      steps: [{ step: 'asked' }, { step: 'refused', reason: 'lead-handed-back' }],
    })

    expect(await apply(effect!.id)).toEqual({ step: 'asked' })
    const again = { responsibilityId: (await open()).id }
    await db.transaction().execute(trx => endResponsibility(trx, room.editor, again))
    expect((await stateOf(effect!.id))?.steps.at(-1)).toMatchObject({ step: 'refused', reason: 'question-withdrawn' })
  })

  it('of two decisions, the second says that another body is being asked', async () => {
    const { db } = database
    const first = await ask(db, room, room.measureId, room.sport.id)
    await db.transaction().execute(trx => acceptResponsibility(trx, room.forSport, { responsibilityId: first }))
    await setLead(room.youth.id)
    const [second] = await setLead(room.coordinator.mandate.bodyId)
    expect(second).toMatchObject({ state: 'to-apply', steps: [{ step: 'refused', reason: 'transfer-asked' }] })
  })
})

test('what is no longer as the reader saw it is not applied, and stays to be done', async () => {
  const [effect] = await decide([{ kind: 'set-status', measureId: room.measureId, status: 'done' }])
  const changes = [{ field: 'status' as const, before: 'unknown' as const, value: 'running' as const }]
  await database.db
    .transaction()
    .execute(trx => changeMeasure(trx, room.editor, { measureId: room.measureId, changes }))
  expect(await apply(effect!.id, { seen: 'unknown' })).toEqual({ step: 'refused', reason: 'changed-meanwhile' })
  expect((await measure()).status).toBe('running')
  expect(await apply(effect!.id, { seen: 'running' })).toEqual({ step: 'applied' })
})

test('a connection that dies in the middle leaves nothing of it, and it can be applied after', async () => {
  const [effect] = await decide([{ kind: 'set-status', measureId: room.measureId, status: 'done' }])
  const trail = () => database.db.selectFrom('activity').select('id').execute()
  const before = await trail()
  const { db } = createDb({ connectionString: database.url, max: 1 })
  const half = db.transaction().execute(async trx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    expect(await applyEffect(trx, room.coordinator, { effectId: effect!.id })).toEqual({ step: 'applied' })
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.db)
    await sql`select 1`.execute(trx)
  })
  await expect(half).rejects.toThrow(/terminat|connection|ECONNRESET/i)
  await db.destroy()

  expect((await measure()).status).toBe('unknown')
  expect(await trail()).toEqual(before)
  expect((await effectsToApply(database.db, room.observer)).map(({ id, steps }) => ({ id, steps }))).toEqual([
    { id: effect!.id, steps: [] },
  ])
  expect(await apply(effect!.id)).toEqual({ step: 'applied' })
})

test('two who apply at the same moment apply it once', async () => {
  const [effect] = await decide([{ kind: 'ask-body', bodyId: room.youth.id, question: 'Maak een lijst.' }])
  const both = await Promise.allSettled([apply(effect!.id), apply(effect!.id, { as: room.editor })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await actionsOfDecisions(database.db, room.observer, [effect!.decisionId])).toHaveLength(1)
})

test('it is dropped by a coordinator, who says why; the decision stands', async () => {
  const [effect] = await decide([
    { kind: 'set-status', measureId: room.measureId, status: 'done', dueOn: '2024-01-01' },
  ])
  expect(await effectsToApply(database.db, room.observer, { only: 'overdue' })).toMatchObject([{ id: effect!.id }])
  const drop = (actor: Actor) =>
    database.db.transaction().execute(trx => dropEffect(trx, actor, { effectId: effect!.id, reason: 'Achterhaald.' }))
  for (const actor of [room.editor, room.forSport, room.observer]) expect(await refusal(drop(actor))).toBe('forbidden')
  for (const actor of [room.forSport, room.observer]) {
    expect(await refusal(apply(effect!.id, { as: actor }))).toBe('forbidden')
  }
  await drop(room.coordinator)
  expect(await effectsToApply(database.db, room.observer)).toEqual([])
  expect(await refusal(drop(room.coordinator))).toBe('conflict/effect-settled')
})
