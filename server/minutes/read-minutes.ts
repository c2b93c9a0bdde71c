import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { DomainError } from '../errors'
import { assembleMinutes } from './assemble-minutes'
import { hasAttended } from './attended'
import { hashOf } from './canonical'
import { type MinutesContent, minutesState } from './minutes.shared'
import {
  accessOf,
  mayAnswerComments,
  mayCommentMinutes,
  mayFinishMinutes,
  maySendMinutes,
  mayTakeBackMinutes,
} from './minutes-access.shared'
import { readMinutesComments } from './minutes-comments'

/**
 * Reads minutes: what they say, as it was frozen or else as it stands now, how far they are, and what was said about them.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function readMinutes(db: Kysely<Database>, actor: Actor, meetingId: string) {
  const { meeting, content: now } = await assembleMinutes(db, actor, meetingId)
  const [stands, comments, attended, { day }] = await Promise.all([
    findMinutes(db, meeting.id),
    readMinutesComments(db, meeting.id),
    hasAttended(db, actor, meeting.id),
    db.selectNoFrom(sql<string>`${today}`.as('day')).executeTakeFirstOrThrow(),
  ])
  const access = accessOf(meeting.status, stands)
  return {
    meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, status: meeting.status },
    // Approved elsewhere, or before minutes were kept: there is no record of it, which the page says.
    state: meeting.status === 'minutes-approved' ? ('approved' as const) : minutesState(stands),
    content: stands?.content ? (JSON.parse(stands.content) as MinutesContent) : now,
    sentAt: stands?.sentAt ?? null,
    takenBackAt: stands?.takenBackAt ?? null,
    commentUntil: access.commentUntil,
    isCommentOver: access.commentUntil !== null && day > access.commentUntil,
    comments,
    approval: stands?.itemId
      ? {
          itemId: stands.itemId,
          position: stands.position!,
          meetingId: stands.laterId!,
          meetingTitle: stands.laterTitle!,
        }
      : null,
    decision: stands?.decisionId
      ? { id: stands.decisionId, year: stands.year!, number: stands.number!, result: stands.result! }
      : null,
    frozen:
      stands?.frozenAt && stands.content && stands.hash
        ? { at: stands.frozenAt, hash: stands.hash, holds: hashOf(stands.content) === stands.hash }
        : null,
    can: {
      send: maySendMinutes(actor, access),
      takeBack: mayTakeBackMinutes(actor, access),
      finish: mayFinishMinutes(actor, access),
      answer: mayAnswerComments(actor, access),
      comment: mayCommentMinutes(actor, access, { today: day, attended }),
    },
  }
}

/**
 * The canonical form of frozen minutes, over which their hash was taken, to the letter.
 * @throws DomainError `not-found` for a meeting of another group, and for minutes that are not frozen
 */
export async function readFrozenMinutes(db: Kysely<Database>, actor: Actor, meetingId: string): Promise<string> {
  const { meeting } = await assembleMinutes(db, actor, meetingId)
  const stands = await findMinutes(db, meeting.id)
  if (!stands?.content) throw new DomainError('not-found')
  return stands.content
}

const findMinutes = (db: Kysely<Database>, meetingId: string) =>
  db
    .selectFrom('minutes')
    .leftJoin('agendaItem', 'agendaItem.id', 'minutes.approvalItemId')
    .leftJoin('meeting as later', 'later.id', 'agendaItem.meetingId')
    .leftJoin('decision', 'decision.id', 'minutes.decisionId')
    .select(['sentAt', 'commentUntil', 'frozenAt', 'takenBackAt', 'content', 'hash', 'decisionId'])
    .select(['agendaItem.id as itemId', 'agendaItem.position', 'later.id as laterId', 'later.title as laterTitle'])
    .select(['decision.year', 'decision.number', 'decision.result'])
    .where('minutes.meetingId', '=', meetingId)
    .executeTakeFirst()
