import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeetingOf } from './lock-meeting'
import { mayRemoveItem } from './meeting-access.shared'

/**
 * Takes an item off an agenda; those after it move up.
 * @returns the meeting's id
 * @throws DomainError `not-found` for an item of another group; `forbidden` for whom is not a coordinator, and once the meeting
 *   is over; `conflict`: `item-at-hand` while the meeting is at it, `item-has-results` once minutes were written or something was
 *   decided or agreed there
 */
export async function removeAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { agendaItemId }: { agendaItemId: string },
): Promise<string> {
  const { meeting, item } = await lockMeetingOf(trx, actor, agendaItemId)
  if (!mayRemoveItem(actor, meeting)) throw new DomainError('forbidden')
  if (meeting.currentItemId === agendaItemId) throw new DomainError('conflict', 'item-at-hand')
  await refuseWithResults(trx, agendaItemId)
  await trx
    .deleteFrom('agendaItem')
    .where('id', '=', agendaItemId)
    .execute()
    .catch(error => {
      throw violatedConstraint(error) ? new DomainError('conflict', 'item-has-results') : error
    })
  await closeGap(trx, meeting.id, item.position)
  await recordActivity(trx, actor, {
    verb: 'agenda-item.removed',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings'],
    before: { agendaItemId, position: item.position, kind: item.kind, title: item.title },
  })
  return meeting.id
}

/**
 * Refuses where something came of an item: it then stays where that happened. The empty text of its minutes goes.
 * @throws DomainError `conflict`, `item-has-results`
 */
async function refuseWithResults(trx: Transaction<Database>, agendaItemId: string): Promise<void> {
  await refuseUnlessUntouched(trx, agendaItemId)
  const texts = trx.selectFrom('document').select('id').where('subjectType', '=', 'agenda-item')
  await trx
    .deleteFrom('documentContent')
    .where('documentId', 'in', texts.where('subjectId', '=', agendaItemId))
    .execute()
  await trx
    .deleteFrom('document')
    .where('subjectType', '=', 'agenda-item')
    .where('subjectId', '=', agendaItemId)
    .execute()
}

/** @throws DomainError `conflict`, `item-has-results` where minutes were written, or something was decided about an item */
export async function refuseUnlessUntouched(trx: Transaction<Database>, agendaItemId: string): Promise<void> {
  const minutes = await trx
    .selectFrom('document')
    .select('seq')
    .where('subjectType', '=', 'agenda-item')
    .where('subjectId', '=', agendaItemId)
    .forUpdate()
    .executeTakeFirst()
  const decision = await trx
    .selectFrom('decision')
    .select('id')
    .where('agendaItemId', '=', agendaItemId)
    .executeTakeFirst()
  if (decision || (minutes && minutes.seq > 0)) throw new DomainError('conflict', 'item-has-results')
}

/** Numbers those after a place that fell free. */
export async function closeGap(trx: Transaction<Database>, meetingId: string, position: number): Promise<void> {
  await trx
    .updateTable('agendaItem')
    .set({ position: sql`position - 1` })
    .where('meetingId', '=', meetingId)
    .where('position', '>', position)
    .execute()
}
