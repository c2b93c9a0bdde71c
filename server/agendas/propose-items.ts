import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { overdueActions } from '../actions/action-queries'
import type { Actor } from '../auth/actor.shared'
import { effectsToApply } from '../decisions/effect-queries'
import { mayEditAgenda } from '../meetings/meeting-access.shared'
import type { MeetingDetail } from '../meetings/meeting-detail.shared'
import { openConditions } from '../positions/condition-queries'
import { roundsClosedSince } from '../positions/position-round-list'
import { carriedItems } from './carried-items'
import { measuresThatAsk } from './measures-that-ask'
import { minutesToApprove } from './minutes-to-approve'
import type { ProposedItem } from './proposal.shared'

/** What closed longer ago, the group has seen. In milliseconds. */
const RECENT = 120 * 86_400_000

/**
 * Proposes what the group has to come back to, the most pressing first: minutes to approve, what was carried over, what is overdue, what waits for an
 * answer, what nobody leads or speaks of. What stands on this agenda, or on that of another meeting to come, is not proposed.
 * @returns nothing for who does not make this agenda, and once the meeting is over
 */
export async function proposeItems(
  db: Kysely<Database>,
  actor: Actor,
  meeting: MeetingDetail,
): Promise<ProposedItem[]> {
  const isAhead = meeting.status === 'planned' || meeting.status === 'in-session'
  if (!mayEditAgenda(actor, meeting) || !isAhead) return []
  const [onAgendas, minutes, carried, actions, effects, conditions, rounds, measures] = await Promise.all([
    readOnAgendas(db, actor),
    minutesToApprove(db, actor, meeting),
    carriedItems(db, actor, meeting.id),
    overdueActions(db, actor),
    effectsToApply(db, actor),
    openConditions(db, actor),
    roundsClosedSince(db, actor, new Date(Date.now() - RECENT)),
    measuresThatAsk(db, actor),
  ])
  const proposed: ProposedItem[] = [
    ...minutes,
    ...carried,
    ...actions.map(action => ({
      ...nothing,
      reason: 'overdue-action' as const,
      subjectId: action.id,
      title: action.title,
      detail: action.body.code,
      since: action.dueOn,
      measureIds: action.measure ? [action.measure.id] : [],
    })),
    ...effects.map(effect => ({
      ...nothing,
      reason: 'unapplied-effect' as const,
      subjectId: effect.id,
      title: effect.measure?.title ?? effect.body?.name ?? '',
      since: effect.dueOn,
      measureIds: effect.measure ? [effect.measure.id] : [],
    })),
    ...conditions.map(condition => ({
      ...nothing,
      reason: 'open-condition' as const,
      subjectId: condition.id,
      title: condition.measureTitle,
      detail: `${condition.body.code}: ${condition.text}`,
      since: condition.raisedAt,
      kind: 'decision' as const,
      measureIds: [condition.measureId],
    })),
    ...rounds.map(round => ({
      ...nothing,
      reason: 'closed-round' as const,
      subjectId: round.id,
      title: round.title,
      since: round.closedAt,
      kind: 'decision' as const,
      measureIds: round.measureIds,
    })),
    ...measures,
  ]
  return proposed.filter(item => item.title !== '' && !onAgendas.has(`${item.reason} ${item.subjectId}`))
}

const nothing = { detail: '', since: null, kind: 'discussion' as const, agendaItemId: null, measureIds: [] as string[] }

/** What was proposed before and stands on an agenda to come. */
async function readOnAgendas(db: Kysely<Database>, actor: Actor): Promise<Set<string>> {
  const rows = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select(['proposedFor', 'proposedSubjectId'])
    .where('meeting.groupId', '=', actor.groupId)
    .where('meeting.status', 'in', ['planned', 'in-session'])
    .where('proposedFor', 'is not', null)
    .execute()
  return new Set(rows.map(row => `${row.proposedFor} ${row.proposedSubjectId}`))
}
