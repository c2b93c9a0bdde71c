import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeetingOf } from './lock-meeting'
import type { MoveAgendaItemInput } from './meeting.shared'
import { mayEditAgenda } from './meeting-access.shared'

/**
 * Moves an item one place up or down its agenda, or to a place; past the ends of the agenda it stays at the end.
 * @throws DomainError `not-found` for an item of another group; `forbidden` for whom is not a coordinator, and once the
 *   minutes are approved
 */
export async function moveAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { agendaItemId, direction, place }: MoveAgendaItemInput,
): Promise<void> {
  const { meeting, item } = await lockMeetingOf(trx, actor, agendaItemId)
  if (!mayEditAgenda(actor, meeting)) throw new DomainError('forbidden')

  const items = await trx
    .selectFrom('agendaItem')
    .select('id')
    .where('meetingId', '=', meeting.id)
    .orderBy('position')
    .execute()
  const order = items.map(({ id }) => id)
  const from = order.indexOf(agendaItemId)
  const asked = place === undefined ? from + (direction === 'up' ? -1 : 1) : place - 1
  const to = Math.max(0, Math.min(order.length - 1, asked))
  if (to === from) return
  order.splice(to, 0, ...order.splice(from, 1))

  // Two rows may hold one position until the transaction ends: the uniqueness is checked there.
  await sql`
    update agenda_item set position = place.position
    from unnest(${order}::uuid[]) with ordinality as place (id, position)
    where agenda_item.id = place.id and agenda_item.position <> place.position`.execute(trx)
  await recordActivity(trx, actor, {
    verb: 'agenda-item.moved',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings'],
    before: { agendaItemId, title: item.title, position: item.position },
    after: { agendaItemId, title: item.title, position: to + 1 },
  })
}
