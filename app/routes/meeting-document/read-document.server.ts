import type { Locale } from '#app/i18n/locale'
import type { Actor } from '#server/auth/actor.shared'
import type { Db } from '#server/context'
import { listDecisionsOfMeeting } from '#server/decisions/decision-queries'
import { agendaDocument } from '#server/exports/agenda-document'
import { decisionsDocument } from '#server/exports/decisions-document'
import type { DocumentModel } from '#server/exports/document-model.shared'
import type { MeetingDocumentKind } from '#server/exports/meeting-words.shared'
import { minutesDocument } from '#server/exports/minutes-document'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { readMeeting } from '#server/meetings/read-meeting'
import { readMinutes } from '#server/minutes/read-minutes'
import { meetingWords } from './words.server'

export interface MeetingDocument {
  meeting: Pick<MeetingDetail, 'id' | 'title' | 'startsAt'>
  model: DocumentModel
}

/**
 * A document of a meeting, in the reader's language.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function readDocument(
  db: Db,
  actor: Actor,
  { meetingId, kind, locale }: { meetingId: string; kind: MeetingDocumentKind; locale: Locale },
): Promise<MeetingDocument> {
  const words = meetingWords(locale)
  const occasion = { groupName: actor.groupName, madeAt: new Date() }
  if (kind === 'minutes') {
    const minutes = await readMinutes(db, actor, meetingId)
    return { meeting: minutes.meeting, model: minutesDocument(minutes, occasion, words) }
  }
  const meeting = await readMeeting(db, actor, meetingId)
  if (kind === 'agenda') return { meeting, model: agendaDocument(meeting, occasion, words) }
  const decisions = await listDecisionsOfMeeting(db, actor, meetingId)
  return { meeting, model: decisionsDocument(meeting, decisions, { occasion, words }) }
}

/** Which document an address is about: `/meetings/<id>/agenda` or `/meetings/<id>/decisions.pdf`. */
export function documentOf(request: Request): MeetingDocumentKind {
  return (new URL(request.url).pathname.split('/').at(-1) ?? '').split('.')[0] as MeetingDocumentKind
}
