import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proposeItems } from '#server/agendas/propose-items'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { addAgendaItemInput } from '#server/meetings/meeting.shared'
import { readMeeting } from '#server/meetings/read-meeting'
import { startMeeting } from '#server/meetings/start-meeting'
import { canonical } from '#server/minutes/canonical'
import { answerCommentInput } from '#server/minutes/minutes.shared'
import { readFrozenMinutes, readMinutes } from '#server/minutes/read-minutes'
import { createMeeting, record } from '#test/server/decisions/decision-room'
import { refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createHeldMeeting, type HeldMeeting } from './held-meeting'

let database: TestDatabase
let held: HeldMeeting
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  held = await createHeldMeeting(database)
})

/** Sent round, and on the agenda of the next meeting. @returns the item there */
async function tabled(): Promise<string> {
  await held.send()
  return held.table()
}

describe('minutes', () => {
  it('are put together from what was on the agenda, who was there, what was written and what was decided', async () => {
    const { state, content } = await held.read()
    expect(state).toBe('draft')
    const [item] = content.items
    expect(JSON.stringify(item?.text)).toContain('Iedereen is het eens.')
    expect(item?.decisions.map(({ text, measures }) => [text, measures[0]?.version])).toEqual([['Wij doen het.', 1]])
    expect(content.attendance.map(({ body, presence }) => [body.code, presence])).toEqual(
      expect.arrayContaining([
        [held.sport.code, 'present'],
        [held.youth.code, 'excused'],
      ]),
    )
  })

  it('go round once the meeting is over, by a coordinator, until a day that is still to come', async () => {
    for (const actor of [held.editor, held.forSport, held.observer])
      expect(await refusal(held.send(actor))).toBe('forbidden')
    expect(await refusal(held.send(held.stranger))).toBe('not-found')
    expect(await refusal(held.send(held.coordinator, '2020-01-01'))).toBe('invalid/in-the-past/commentUntil')
    await held.send()
    expect(await held.read()).toMatchObject({ state: 'for-comment', commentUntil: '2999-01-01', isCommentOver: false })
  })

  it('take comments of who was there, and of nobody else', async () => {
    expect(await refusal(held.comment(held.forSport))).toBe('forbidden')
    await held.send()
    await held.comment(held.forSport, { agendaItemId: held.agendaItemId })
    await held.comment(held.editor)
    for (const actor of [held.forYouth, held.observer]) expect(await refusal(held.comment(actor))).toBe('forbidden')
    expect(await refusal(held.comment(held.stranger))).toBe('not-found')
    expect(await refusal(held.comment(held.forSport, { agendaItemId: held.next.agendaItemId }))).toBe(
      'not-found/choose-one/agendaItemId',
    )
    const { comments } = await held.read()
    expect(comments.map(({ agendaItemId, body }) => [agendaItemId, body.code])).toEqual([
      [held.agendaItemId, held.sport.code],
      [null, held.sport.code],
    ])
    await database.db.updateTable('minutes').set({ commentUntil: '2020-01-01' }).execute()
    expect(await refusal(held.comment(held.forSport))).toBe('forbidden')
    await expect(database.db.updateTable('minutesComment').set({ text: 'Anders' }).execute()).rejects.toThrow(
      /append-only/,
    )
  })

  it('are approved by a decision of a later meeting, and frozen with it', async () => {
    const itemId = await tabled()
    expect((await held.read()).approval).toMatchObject({ itemId, meetingId: held.next.meetingId, position: 2 })
    await held.decide(itemId)
    const { state, decision, frozen, meeting, can } = await held.read(held.coordinator)
    expect([state, decision?.result, frozen?.holds, meeting.status]).toEqual([
      'approved',
      'approved',
      true,
      'minutes-approved',
    ])
    expect(can).toEqual({ send: false, takeBack: false, finish: false, answer: false, comment: false })
  })

  it('wait for the changes with which they were approved', async () => {
    const itemId = await tabled()
    expect(await refusal(held.finish())).toBe('conflict/minutes-not-approved')
    await held.decide(itemId, 'approved-with-changes')
    expect(await held.read()).toMatchObject({ state: 'for-comment', decision: { result: 'approved-with-changes' } })
    await held.write('Bijna iedereen.')
    expect(await refusal(held.finish(held.editor))).toBe('forbidden')
    await held.finish()
    expect(JSON.stringify((await held.read()).content)).toContain('Bijna iedereen.')
  })

  it('are taken back to draft and sent round again, with what was said about them', async () => {
    expect(await refusal(held.takeBack())).toBe('forbidden')
    const itemId = await tabled()
    await held.comment(held.editor)
    for (const actor of [held.editor, held.forSport, held.observer])
      expect(await refusal(held.takeBack(actor))).toBe('forbidden')
    expect(await refusal(held.takeBack(held.stranger))).toBe('not-found')
    await held.write('Stiekem.')
    await held.takeBack()
    expect(await held.read()).toMatchObject({ state: 'draft', commentUntil: null, takenBackAt: expect.any(Date) })
    expect(await refusal(held.comment(held.editor))).toBe('forbidden')
    expect(await refusal(held.decide(itemId))).toBe('conflict/minutes-are-draft')
    await held.write('Zoals Sport vroeg.')
    await held.send()
    await held.write('Stiekem.')
    const { state, comments, approval, content } = await held.read()
    expect([state, comments.length, approval?.itemId]).toEqual(['for-comment', 1, itemId])
    expect(JSON.stringify(content)).toContain('Zoals Sport vroeg.')
    expect(JSON.stringify(content)).not.toContain('Stiekem.')
    await held.decide(itemId)
    expect(await refusal(held.takeBack())).toBe('forbidden')
  })

  it('say what became of each comment, by who writes them, also while they are a draft again', async () => {
    await held.send()
    await held.comment(held.forSport)
    const commentId = (await held.read()).comments[0]!.id
    for (const actor of [held.forSport, held.forYouth, held.observer])
      expect(await refusal(held.answer(actor, { commentId }))).toBe('forbidden')
    expect(await refusal(held.answer(held.stranger, { commentId }))).toBe('not-found')
    expect(await refusal(held.answer(held.editor, { commentId: held.meetingId }))).toBe('not-found')
    expect(answerCommentInput.safeParse({ commentId, outcome: 'not-taken-in', text: ' ' }).success).toBe(false)
    await held.answer(held.editor, { commentId })
    await held.takeBack()
    await held.answer(held.coordinator, { commentId, outcome: 'taken-in', text: '' })
    expect((await held.read(held.forSport)).comments[0]?.answers).toMatchObject([
      { outcome: 'not-taken-in', text: 'Zo werd het gezegd.', byCode: held.sport.code },
      { outcome: 'taken-in', text: '' },
    ])
    await held.send()
    await held.decide(await held.table())
    expect(await refusal(held.answer(held.editor, { commentId }))).toBe('forbidden')
  })

  it('are proposed for the next agenda, with the reason, until their approval stands on one that is to come', async () => {
    const { db } = database
    const proposed = async (meetingId = held.next.meetingId, actor = held.coordinator) => {
      const items = await proposeItems(db, actor, await readMeeting(db, actor, meetingId))
      return items.filter(({ reason }) => reason === 'minutes' || reason === 'carried-over')
    }
    expect(await proposed()).toEqual([])
    await held.send()
    expect(await proposed()).toMatchObject([
      { reason: 'minutes', subjectId: held.meetingId, title: 'Najaar', kind: 'decision', agendaItemId: null },
    ])
    expect(await proposed(held.next.meetingId, held.editor)).toEqual([])
    const earlier = await createMeeting(db, held.coordinator, { date: '2026-01-01' })
    expect(await proposed(earlier.meetingId)).toEqual([])
    await held.table()
    expect(await proposed()).toEqual([])

    // A meeting that did not come to it leaves it to the one after, as minutes and not as an item that is carried over.
    await record(db, held, { agendaItemId: held.next.agendaItemId })
    await db.transaction().execute(trx => startMeeting(trx, held.coordinator, held.next.meetingId))
    await db.transaction().execute(trx => concludeMeeting(trx, held.coordinator, held.next.meetingId))
    const third = await createMeeting(db, held.coordinator, { date: '2027-06-01' })
    expect((await proposed(third.meetingId)).map(({ reason, subjectId }) => [reason, subjectId])).toEqual([
      ['minutes', held.meetingId],
    ])
    await held.decide(await held.table(held.coordinator, { meetingId: third.meetingId }))
    expect(await proposed(third.meetingId)).toEqual([])
  })

  it('close the text of an item that is added while they go round, too', async () => {
    const { db } = database
    await held.send()
    const added = await db
      .transaction()
      .execute(trx =>
        addAgendaItem(
          trx,
          held.coordinator,
          addAgendaItemInput.parse({ meetingId: held.meetingId, kind: 'information', title: 'Vergeten' }),
        ),
      )
    const closed = () =>
      db.selectFrom('document').select('closedAt').where('subjectId', '=', added).executeTakeFirstOrThrow()
    expect((await closed()).closedAt).toBeInstanceOf(Date)
    await held.takeBack()
    expect((await closed()).closedAt).toBe(null)
  })

  it('stay as they are when the decision is another one, or about something else', async () => {
    const itemId = await tabled()
    expect(await held.decide(itemId, 'postponed')).toBe(null)
    expect(await held.decide(held.next.agendaItemId)).toBe(null)
    expect(await held.read()).toMatchObject({ state: 'for-comment', decision: null })
  })

  it('are approved by a meeting that comes later and is not over, on an item of their own', async () => {
    await held.send()
    expect(await refusal(held.table(held.editor))).toBe('forbidden')
    expect(await refusal(held.table(held.coordinator, { meetingId: held.meetingId }))).toBe(
      'conflict/not-a-later-meeting/meetingId',
    )
    const earlier = await createMeeting(database.db, held.coordinator, { date: '2026-01-01' })
    expect(await refusal(held.table(held.coordinator, { meetingId: earlier.meetingId }))).toBe(
      'conflict/not-a-later-meeting/meetingId',
    )
    expect(await refusal(held.table(held.coordinator, { agendaItemId: held.agendaItemId }))).toBe(
      'not-found/choose-one/agendaItemId',
    )
    expect(await held.table(held.coordinator, { agendaItemId: held.next.agendaItemId })).toBe(held.next.agendaItemId)
    expect(await refusal(held.table(held.coordinator, { agendaItemId: held.next.agendaItemId }))).toBe(
      'conflict/item-taken/agendaItemId',
    )
  })
})

it('minutes that were approved before there was a record of it are approved, without a hash', async () => {
  const { db } = database
  await db.updateTable('meeting').set({ status: 'minutes-approved' }).where('id', '=', held.meetingId).execute()
  const { state, frozen, can } = await held.read(held.coordinator)
  expect([state, frozen]).toEqual(['approved', null])
  expect(can).toMatchObject({ send: false, takeBack: false, finish: false, comment: false })
})

describe('frozen minutes', () => {
  beforeEach(async () => {
    await held.decide(await tabled())
  })

  it('have a hash that anybody can take again', async () => {
    const { db } = database
    const content = await readFrozenMinutes(db, held.observer, held.meetingId)
    const { frozen } = await held.read()
    expect(createHash('sha256').update(content).digest('hex')).toBe(frozen?.hash)
    expect(canonical(JSON.parse(content))).toBe(content)
    expect(await refusal(readFrozenMinutes(db, held.stranger, held.meetingId))).toBe('not-found')
  })

  it('say what they said, whatever is renamed later', async () => {
    const { db } = database
    await db.updateTable('body').set({ name: 'Anders' }).where('id', '=', held.sport.id).execute()
    await db.updateTable('meeting').set({ title: 'Anders' }).where('id', '=', held.meetingId).execute()
    const { content, frozen } = await held.read()
    expect([content.meeting.title, frozen?.holds]).toEqual(['Najaar', true])
    expect(content.attendance.map(({ body }) => body.name)).toContain(held.sport.name)
  })

  it('cannot be changed: the database refuses it, and what they tell about gets nothing more', async () => {
    const { db } = database
    const { meetingId } = held
    const agendaItem = { meetingId, position: 9, kind: 'decision' as const, title: 'Erbij', minutesAllotted: null }
    for (const change of [
      () => db.updateTable('minutes').set({ content: '{}' }).where('meetingId', '=', meetingId).execute(),
      () => db.deleteFrom('minutes').where('meetingId', '=', meetingId).execute(),
      () =>
        db
          .insertInto('agendaItem')
          .values({ ...agendaItem, presenterBodyId: null })
          .execute(),
    ])
      await expect(change()).rejects.toThrow(/append-only|frozen/)
    expect(await refusal(record(db, held))).toBe('forbidden')
    expect(await refusal(held.send())).toBe('forbidden')
    expect(await refusal(held.comment(held.forSport))).toBe('forbidden')
    expect((await readMeeting(db, held.observer, meetingId)).items).toHaveLength(1)
  })

  it('do not take a content that is not what the hash is of', async () => {
    const { db } = database
    const other = await createHeldMeeting(database)
    await other.send()
    await other.decide(await other.table(), 'approved-with-changes')
    const forged = { frozenAt: new Date(), frozenBy: other.coordinator.mandate.id, content: '{}', hash: 'a'.repeat(64) }
    const freezing = db.updateTable('minutes').set(forged).where('meetingId', '=', other.meetingId).execute()
    await expect(freezing).rejects.toThrow(/check constraint/)
  })

  it('are not seen by another group', async () => {
    expect(await refusal(readMinutes(database.db, held.stranger, held.meetingId))).toBe('not-found')
  })
})

describe('the canonical form', () => {
  it('is the same whatever the order of the fields, and says nothing of what is absent', () => {
    expect(canonical({ b: [1, { y: null, x: 'é"' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"x":"é\\"","y":null}]}',
    )
  })
})
