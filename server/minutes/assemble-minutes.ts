import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { DecisionInMeeting } from '../decisions/decision-list.shared'
import { listDecisionsOfMeeting } from '../decisions/decision-queries'
import { readTextsOf } from '../documents/texts-of'
import type { MeetingDetail } from '../meetings/meeting-detail.shared'
import { readMeeting } from '../meetings/read-meeting'
import type { MinutedDecision, MinutesContent, NamedBody } from './minutes.shared'

/**
 * Puts minutes together from what stands now: agenda, attendance, what was written about each item, decisions.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function assembleMinutes(db: Kysely<Database>, actor: Actor, meetingId: string) {
  const meeting = await readMeeting(db, actor, meetingId)
  const decisions = await listDecisionsOfMeeting(db, actor, meetingId)
  const texts = await readTextsOf(
    db,
    'agenda-item',
    meeting.items.map(item => item.id),
  )
  return { meeting, content: contentOf(actor.groupName, meeting, { decisions, texts }) }
}

function contentOf(
  group: string,
  meeting: MeetingDetail,
  { decisions, texts }: { decisions: DecisionInMeeting[]; texts: Map<string, object> },
): MinutesContent {
  const { id, title, startsAt, startedAt, endedAt, location, isDemo } = meeting
  return {
    format: 'samenspraak-minutes/1',
    group,
    meeting: {
      ...{ id, title, location, isDemo },
      startsAt: startsAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    },
    attendance: meeting.attendance.map(({ capacity, description, presence, body }) => ({
      ...{ capacity, description, presence },
      body: named(body),
    })),
    items: meeting.items.map(item => ({
      ...{ id: item.id, position: item.position, kind: item.kind, title: item.title, summary: item.summary },
      presenter: item.presenter && named(item.presenter),
      measures: item.measures.map(({ number, title }) => ({ number, title })),
      text: texts.get(item.id) ?? null,
      decisions: decisions.filter(decision => decision.agendaItemId === item.id).map(minuted),
    })),
    otherDecisions: decisions
      .filter(decision => !meeting.items.some(({ id }) => id === decision.agendaItemId))
      .map(minuted),
  }
}

const named = ({ code, name }: NamedBody): NamedBody => ({ code, name })

const minuted = (decision: DecisionInMeeting): MinutedDecision => {
  const { id, year, number, title, text, result, reachedBy, decidedOn, reservations, measures } = decision
  return {
    ...{ id, year, number, title, text, result, reachedBy, decidedOn },
    reservations: reservations.map(({ body, text }) => ({ body: named(body), text })),
    measures: measures.map(({ number, title, version }) => ({ number, title, version })),
  }
}
