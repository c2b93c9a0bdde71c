import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivities } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { insertAgendaItems } from './insert-agenda-items'
import { lockMeeting, lockMeetingOf } from './lock-meeting'
import type { TransferAgendaItemInput } from './meeting.shared'
import { mayEditAgenda, mayRemoveItem } from './meeting-access.shared'
import { closeGap, refuseUnlessUntouched } from './remove-agenda-item'

/**
 * Puts an item on another agenda: the item itself (`move`), a copy (`copy`, also on the same agenda), or what goes on with it
 * (`carry-over`: the new item names it, and it is carried over once).
 * @returns the id of the item on that agenda
 * @throws DomainError `not-found` for an item or a meeting (`toMeetingId`) of another group; `forbidden` for whom is not a
 *   coordinator, and where either agenda stands; `conflict`: `item-at-hand` or `item-has-results` for what cannot be moved any
 *   more, `already-carried` for what was carried over before, `same-meeting` for a carry-over to the meeting it is of
 */
export async function transferAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { agendaItemId, how, toMeetingId }: TransferAgendaItemInput,
): Promise<string> {
  const { meeting, item } = await lockMeetingOf(trx, actor, agendaItemId)
  const isSame = toMeetingId === meeting.id
  const to = isSame ? meeting : await lockMeeting(trx, actor, toMeetingId)
  if (!mayEditAgenda(actor, to)) throw new DomainError('forbidden')
  if (isSame && how !== 'copy') throw new DomainError('conflict', 'same-meeting', 'toMeetingId')
  if (how === 'move') {
    if (!mayRemoveItem(actor, meeting)) throw new DomainError('forbidden')
    if (meeting.currentItemId === agendaItemId) throw new DomainError('conflict', 'item-at-hand')
    await refuseUnlessUntouched(trx, agendaItemId)
  }

  const id = how === 'move' ? await moveTo(trx, item, to.id) : await copyTo(trx, actor, item, to.id, how)
  const about = { agendaItemId, title: item.title, toMeetingId: to.id, toItemId: id }
  const verb = { move: 'agenda-item.transferred', copy: 'agenda-item.copied', 'carry-over': 'agenda-item.carried-over' }
  await recordActivities(
    trx,
    actor,
    [...new Set([meeting.id, to.id])].map(meetingId => ({
      verb: verb[how],
      subjectType: 'meeting',
      subjectId: meetingId,
      topics: [`meeting:${meetingId}`, 'meetings'],
      after: about,
    })),
  )
  return id
}

async function moveTo(
  trx: Transaction<Database>,
  item: { id: string; meetingId: string; position: number },
  meetingId: string,
): Promise<string> {
  await trx
    .updateTable('agendaItem')
    .set(eb => ({
      meetingId,
      position: eb
        .selectFrom('agendaItem as other')
        .select(other => other(other.fn.coalesce(other.fn.max('other.position'), other.val(0)), '+', 1).as('position'))
        .where('other.meetingId', '=', meetingId),
    }))
    .where('id', '=', item.id)
    .execute()
  await closeGap(trx, item.meetingId, item.position)
  return item.id
}

async function copyTo(
  trx: Transaction<Database>,
  actor: Actor,
  item: Awaited<ReturnType<typeof lockMeetingOf>>['item'],
  meetingId: string,
  how: 'copy' | 'carry-over',
): Promise<string> {
  const { id, kind, title, summary, minutesAllotted, presenterBodyId } = item
  const measures = await trx
    .selectFrom('agendaItemMeasure')
    .select('measureId')
    .where('agendaItemId', '=', id)
    .execute()
  const rounds = await trx.selectFrom('agendaItemRound').select('roundId').where('agendaItemId', '=', id).execute()
  const links = await trx.selectFrom('agendaItemLink').select(['title', 'url']).where('agendaItemId', '=', id).execute()
  const copy = { kind, title, summary, minutesAllotted, presenterBodyId, links }
  const [placed] = await insertAgendaItems(trx, { groupId: actor.groupId, meetingId }, [
    {
      ...copy,
      measureIds: measures.map(({ measureId }) => measureId),
      roundIds: rounds.map(({ roundId }) => roundId),
      ...(how === 'carry-over' && { carriedFromId: id, proposedFor: 'carried-over', proposedSubjectId: id }),
    },
  ]).catch(error => {
    if (violatedConstraint(error) === 'agenda_item_carried_once') throw new DomainError('conflict', 'already-carried')
    throw error
  })
  return placed!.id
}
