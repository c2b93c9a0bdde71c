import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { addAgendaItem } from '../meetings/add-agenda-item'
import { lockMeeting } from '../meetings/lock-meeting'
import { lockMinutes } from './lock-minutes'
import type { TableMinutesInput } from './minutes.shared'
import { mayFinishMinutes } from './minutes-access.shared'

/**
 * Puts the approval of minutes on the agenda of a later meeting. The decision that is recorded there approves them.
 * @param minutesOf the meeting whose minutes they are
 * @param input an item of the later meeting, or none for a new one with this title
 * @returns the item's id
 * @throws DomainError `not-found` for a meeting or an item that the actor cannot see; `forbidden` for whom is not a coordinator, for a draft,
 *   and once they are frozen; `conflict`, `not-a-later-meeting` (`meetingId`) for one that is over or came before; `item-taken`
 *   (`agendaItemId`) for an item by which other minutes are approved
 */
export async function tableMinutes(
  trx: Transaction<Database>,
  actor: Actor,
  minutesOf: string,
  { meetingId, agendaItemId, title }: TableMinutesInput,
): Promise<string> {
  // The later one first, as when a decision there approves them.
  const later = await lockMeeting(trx, actor, meetingId)
  const { meeting, access } = await lockMinutes(trx, actor, minutesOf)
  if (!mayFinishMinutes(actor, access)) throw new DomainError('forbidden')
  const isOver = later.status === 'concluded' || later.status === 'minutes-approved'
  if (isOver || later.id === meeting.id || later.startsAt <= meeting.startsAt)
    throw new DomainError('conflict', 'not-a-later-meeting', 'meetingId')
  const itemId = agendaItemId
    ? await freeItem(trx, later.id, agendaItemId)
    : await addAgendaItem(trx, actor, {
        meetingId: later.id,
        kind: 'decision',
        title,
        summary: '',
        measureIds: [],
        roundIds: [],
        links: [],
        proposedFor: 'minutes',
        proposedSubjectId: meeting.id,
      })
  await trx.updateTable('minutes').set({ approvalItemId: itemId }).where('meetingId', '=', meeting.id).execute()
  await recordActivity(trx, actor, {
    verb: 'minutes.tabled',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, `meeting:${later.id}`],
    after: { agendaItemId: itemId, meetingId: later.id },
  })
  return itemId
}

async function freeItem(trx: Transaction<Database>, meetingId: string, agendaItemId: string): Promise<string> {
  const item = await trx
    .selectFrom('agendaItem')
    .leftJoin('minutes', 'minutes.approvalItemId', 'agendaItem.id')
    .select(['agendaItem.id', 'minutes.meetingId as minutesOf'])
    .where('agendaItem.id', '=', agendaItemId)
    .where('agendaItem.meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!item) throw new DomainError('not-found', 'choose-one', 'agendaItemId')
  if (item.minutesOf) throw new DomainError('conflict', 'item-taken', 'agendaItemId')
  return item.id
}
