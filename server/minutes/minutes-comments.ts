import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { CommentAnswer, MinutesComment } from './minutes.shared'

/** @returns what was said about minutes and what became of that, the oldest first. The caller has checked that the reader may see the meeting. */
export async function readMinutesComments(db: Kysely<Database>, meetingId: string): Promise<MinutesComment[]> {
  const rows = await db
    .selectFrom('minutesComment')
    .innerJoin('mandate', 'mandate.id', 'minutesComment.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['minutesComment.id', 'agendaItemId', 'text', 'madeAt', 'person.name as personName'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('meetingId', '=', meetingId)
    .orderBy('madeAt')
    .orderBy('minutesComment.id')
    .execute()
  const answers = rows.length > 0 ? await readAnswers(db, meetingId) : new Map()
  return rows.map(({ bodyId, code, name, colour, ...row }) => ({
    ...row,
    body: { id: bodyId, code, name, colour },
    answers: answers.get(row.id) ?? [],
  }))
}

async function readAnswers(db: Kysely<Database>, meetingId: string): Promise<Map<string, CommentAnswer[]>> {
  const rows = await db
    .selectFrom('minutesCommentAnswer as answer')
    .innerJoin('minutesComment', 'minutesComment.id', 'answer.commentId')
    .innerJoin('mandate', 'mandate.id', 'answer.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['commentId', 'outcome', 'answer.text', 'answeredAt as at'])
    .select(['body.code as byCode', 'person.name as byName'])
    .where('minutesComment.meetingId', '=', meetingId)
    .orderBy('answer.id')
    .execute()
  const byComment = new Map<string, CommentAnswer[]>()
  for (const { commentId, ...answer } of rows) byComment.set(commentId, [...(byComment.get(commentId) ?? []), answer])
  return byComment
}
