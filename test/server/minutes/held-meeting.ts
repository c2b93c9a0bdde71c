import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.shared'
import type { DecisionResult } from '#server/decisions/decision.shared'
import { recordDecisionInput } from '#server/decisions/decision.shared'
import { recordDecision } from '#server/decisions/record-decision'
import { createDocument } from '#server/documents/create-document'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { startMeeting } from '#server/meetings/start-meeting'
import { answerComment } from '#server/minutes/answer-comment'
import { approveMinutes, finishMinutes } from '#server/minutes/approve-minutes'
import { commentMinutes } from '#server/minutes/comment-minutes'
import type { AnswerCommentInput } from '#server/minutes/minutes.shared'
import { readMinutes } from '#server/minutes/read-minutes'
import { sendMinutes } from '#server/minutes/send-minutes'
import { tableMinutes } from '#server/minutes/table-minutes'
import { takeBackMinutes } from '#server/minutes/take-back-minutes'
import { createDecisionRoom, createMeeting, record, writer } from '#test/server/decisions/decision-room'
import type { TestDatabase } from '#test/support/database'

/** A meeting that is over, with minutes of its item, a decision and sport as the only one who was there; and the next one. */
export async function createHeldMeeting(database: TestDatabase) {
  const { db, pool } = database
  const room = await createDecisionRoom(database)
  await room.write('We vragen een loutere melding.')
  const { meetingId, agendaItemId } = room
  const documentId = await documentOf(database, room.group.id, agendaItemId)
  const write = writer(db, pool, documentId, room.editor)
  await write('Iedereen is het eens.')
  await record(db, room, { text: 'Wij doen het.' })
  await db
    .insertInto('attendance')
    .values([
      { meetingId, bodyId: room.sport.id, capacity: 'member', description: null, presence: 'present' },
      { meetingId, bodyId: room.youth.id, capacity: 'member', description: null, presence: 'excused' },
    ])
    .execute()
  const next = await createMeeting(db, room.coordinator, { date: '2027-02-01' })
  await db.transaction().execute(trx => startMeeting(trx, room.coordinator, meetingId))
  await db.transaction().execute(trx => concludeMeeting(trx, room.coordinator, meetingId))

  const inTransaction = <T>(work: (trx: Parameters<typeof finishMinutes>[0]) => Promise<T>) =>
    db.transaction().execute(work)
  return {
    ...room,
    documentId,
    write,
    next,
    read: (actor: Actor = room.observer) => readMinutes(db, actor, meetingId),
    send: (actor: Actor = room.coordinator, commentUntil = '2999-01-01') =>
      inTransaction(trx => sendMinutes(trx, actor, { meetingId, commentUntil })),
    takeBack: (actor: Actor = room.coordinator) => inTransaction(trx => takeBackMinutes(trx, actor, meetingId)),
    comment: (actor: Actor, values: { agendaItemId?: string; text?: string } = {}) =>
      inTransaction(trx => commentMinutes(trx, actor, { meetingId, text: 'Dit klopt niet.', ...values })),
    answer: (actor: Actor, values: Pick<AnswerCommentInput, 'commentId'> & Partial<AnswerCommentInput>) =>
      inTransaction(trx =>
        answerComment(trx, actor, { meetingId, outcome: 'not-taken-in', text: 'Zo werd het gezegd.', ...values }),
      ),
    table: (actor: Actor = room.coordinator, values: { meetingId?: string; agendaItemId?: string } = {}) =>
      inTransaction(trx =>
        tableMinutes(trx, actor, meetingId, {
          meetingId: next.meetingId,
          title: 'Verslag van de najaarsvergadering',
          ...values,
        }),
      ),
    decide: (agendaItemId: string, result: DecisionResult = 'approved') =>
      inTransaction(async trx => {
        const input = recordDecisionInput.parse({ decisionId: randomUUID(), agendaItemId, result, text: 'Akkoord.' })
        const decision = await recordDecision(trx, room.coordinator, input)
        return approveMinutes(trx, room.coordinator, { decisionId: decision.id, agendaItemId, result })
      }),
    finish: (actor: Actor = room.coordinator) => inTransaction(trx => finishMinutes(trx, actor, meetingId)),
  }
}

export type HeldMeeting = Awaited<ReturnType<typeof createHeldMeeting>>

async function documentOf({ db }: TestDatabase, groupId: string, agendaItemId: string): Promise<string> {
  const made = await db.selectFrom('document').select('id').where('subjectId', '=', agendaItemId).executeTakeFirst()
  if (made) return made.id
  const input = { groupId, subjectType: 'agenda-item' as const, subjectId: agendaItemId }
  return db.transaction().execute(trx => createDocument(trx, input))
}
