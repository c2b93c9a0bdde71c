import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { ActionInList } from '../actions/action.shared'
import { actionsOfMeeting } from '../actions/action-queries'
import type { Actor } from '../auth/actor.shared'
import type { DecisionInMeeting } from '../decisions/decision-list.shared'
import { listDecisionsOfMeeting } from '../decisions/decision-queries'
import { readTextsOf } from '../documents/texts-of'
import type { MeetingDetail } from '../meetings/meeting-detail.shared'
import { readMeeting } from '../meetings/read-meeting'
import type { MinutedAction, MinutedDecision, MinutesContent, NamedBody } from './minutes.shared'

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
  const actions = await actionsOfMeeting(db, actor, meetingId)
  return { meeting, content: contentOf(actor.groupName, meeting, { decisions, actions, texts }) }
}

function contentOf(
  group: string,
  meeting: MeetingDetail,
  {
    decisions,
    actions,
    texts,
  }: { decisions: DecisionInMeeting[]; actions: ActionInList[]; texts: Map<string, object> },
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
    attendance: meeting.attendance.map(
      ({ capacity, description, presence, isLate, body, person, leftAt, representedBy }) => {
        const speaker = meeting.attendance.find(({ id }) => id === representedBy)
        return {
          ...{ capacity, description, presence, isLate },
          body: named(body),
          personName: person?.name ?? null,
          leftAt: leftAt?.toISOString() ?? null,
          representedBy: speaker ? named(speaker.body) : null,
        }
      },
    ),
    items: meeting.items.map(item => ({
      ...{ id: item.id, position: item.position, kind: item.kind, title: item.title, summary: item.summary },
      presenter: item.presenter && named(item.presenter),
      measures: item.measures.map(({ number, title }) => ({ number, title })),
      text: texts.get(item.id) ?? null,
      decisions: decisions.filter(decision => decision.agendaItemId === item.id).map(minuted),
      actions: actions.filter(action => action.meeting?.agendaItemId === item.id).map(given),
    })),
    otherDecisions: decisions
      .filter(decision => !meeting.items.some(({ id }) => id === decision.agendaItemId))
      .map(minuted),
  }
}

const given = ({ title, body, personName, dueOn }: ActionInList): MinutedAction => ({
  ...{ title, personName, dueOn },
  body: named(body),
})

const named = ({ code, name }: NamedBody): NamedBody => ({ code, name })

const minuted = (decision: DecisionInMeeting): MinutedDecision => {
  const { id, year, number, title, text, result, reachedBy, decidedOn, reservations, measures } = decision
  return {
    ...{ id, year, number, title, text, result, reachedBy, decidedOn },
    reservations: reservations.map(({ body, text }) => ({ body: named(body), text })),
    measures: measures.map(({ number, title, version }) => ({ number, title, version })),
  }
}
