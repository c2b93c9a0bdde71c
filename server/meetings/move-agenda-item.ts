import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeeting } from './lock-meeting'
import type { MoveAgendaItemInput } from './meeting.shared'
import { mayEditAgenda } from './meeting-access.shared'

/**
 * Moves an item one place up or down its agenda; at the end of the agenda it stays where it is.
 * @throws DomainError `not-found` for an item of another group; `forbidden` for whom is not a coordinator, and once the
 *   minutes are approved
 */
export async function moveAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { agendaItemId, direction }: MoveAgendaItemInput,
): Promise<void> {
  const found = await trx.selectFrom('agendaItem').select('meetingId').where('id', '=', agendaItemId).executeTakeFirst()
  if (!found) throw new DomainError('not-found')
  const meeting = await lockMeeting(trx, actor, found.meetingId)
  if (!mayEditAgenda(actor, meeting)) throw new DomainError('forbidden')

  const items = await trx
    .selectFrom('agendaItem')
    .select(['id', 'position', 'title'])
    .where('meetingId', '=', meeting.id)
    .orderBy('position')
    .execute()
  const index = items.findIndex(item => item.id === agendaItemId)
  const moved = items[index]
  const neighbour = items[direction === 'up' ? index - 1 : index + 1]
  if (!moved || !neighbour) return

  // Two rows hold one position until the transaction ends: the uniqueness is checked there.
  await trx.updateTable('agendaItem').set({ position: neighbour.position }).where('id', '=', moved.id).execute()
  await trx.updateTable('agendaItem').set({ position: moved.position }).where('id', '=', neighbour.id).execute()
  await recordActivity(trx, actor, {
    verb: 'agenda-item.moved',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings'],
    before: { agendaItemId, title: moved.title, position: moved.position },
    after: { agendaItemId, title: moved.title, position: neighbour.position },
  })
}
