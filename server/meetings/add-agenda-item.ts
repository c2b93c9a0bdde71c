import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { checkItem } from './check-item'
import { insertAgendaItems } from './insert-agenda-items'
import { lockMeeting } from './lock-meeting'
import type { AddAgendaItemInput } from './meeting.shared'
import { mayEditAgenda } from './meeting-access.shared'
import { moveAgendaItem } from './move-agenda-item'

/**
 * Adds an item to an agenda: at a place, or at the end. Proposed for a round that closed, it is about that round.
 * @returns the item's id
 * @throws DomainError `not-found` for a meeting, body, measure (`measureIds`) or round (`roundIds`) that the actor cannot see;
 *   `forbidden` for whom is not a coordinator, and once the minutes are approved
 */
export async function addAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, minutes, presenterBodyId, proposedFor, proposedSubjectId, place, ...asked }: AddAgendaItemInput,
): Promise<string> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayEditAgenda(actor, meeting)) throw new DomainError('forbidden')
  const isProposed = proposedFor !== undefined && proposedSubjectId !== undefined
  const roundIds = [...asked.roundIds, ...(isProposed && proposedFor === 'closed-round' ? [proposedSubjectId] : [])]
  const item = { ...asked, roundIds }
  await checkItem(trx, actor, { presenterBodyId, ...item })
  const [added] = await insertAgendaItems(trx, { groupId: actor.groupId, meetingId }, [
    {
      ...item,
      minutesAllotted: minutes ?? null,
      presenterBodyId: presenterBodyId ?? null,
      ...(isProposed && { proposedFor, proposedSubjectId }),
    },
  ])
  const { id, position } = added!
  const measureIds = [...new Set(item.measureIds)]
  await recordActivity(trx, actor, {
    verb: 'agenda-item.added',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings', ...measureIds.map(measureId => `measure:${measureId}`)],
    after: {
      agendaItemId: id,
      position,
      kind: item.kind,
      title: item.title,
      measureIds,
      ...(roundIds.length > 0 && { roundIds }),
    },
  })
  if (place !== undefined && place < position) await moveAgendaItem(trx, actor, { agendaItemId: id, place })
  return id
}
