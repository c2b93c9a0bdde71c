import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { checkItem } from './check-item'
import { linkItems } from './insert-agenda-items'
import { lockMeetingOf } from './lock-meeting'
import type { ChangeAgendaItemInput } from './meeting.shared'
import { mayEditAgenda } from './meeting-access.shared'

/**
 * Changes what an item of an agenda says and is about.
 * @throws DomainError `not-found` for an item, body, measure or round that the actor cannot see; `forbidden` for whom is not a
 *   coordinator, and once the minutes are approved; `conflict`, `changed-meanwhile` when somebody changed it since `revision`
 */
export async function changeAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { agendaItemId, revision, kind, title, summary, minutes, presenterBodyId, ...about }: ChangeAgendaItemInput,
): Promise<void> {
  const { meeting, item } = await lockMeetingOf(trx, actor, agendaItemId)
  if (!mayEditAgenda(actor, meeting)) throw new DomainError('forbidden')
  if (item.revision !== revision) throw new DomainError('conflict', 'changed-meanwhile')
  const { measureIds } = about
  await checkItem(trx, actor, { presenterBodyId, ...about })

  const was = await trx
    .selectFrom('agendaItemMeasure')
    .select('measureId')
    .where('agendaItemId', '=', agendaItemId)
    .execute()
  const values = {
    kind,
    title,
    summary,
    minutesAllotted: minutes ?? null,
    presenterBodyId: presenterBodyId ?? null,
  }
  await trx
    .updateTable('agendaItem')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', agendaItemId)
    .execute()
  await trx.deleteFrom('agendaItemMeasure').where('agendaItemId', '=', agendaItemId).execute()
  await trx.deleteFrom('agendaItemRound').where('agendaItemId', '=', agendaItemId).execute()
  await trx.deleteFrom('agendaItemLink').where('agendaItemId', '=', agendaItemId).execute()
  await linkItems(trx, [{ id: agendaItemId, ...about }])

  const concerned = new Set([...measureIds, ...was.map(({ measureId }) => measureId)])
  const { before, after } = whatChanged(item, values)
  await recordActivity(trx, actor, {
    verb: 'agenda-item.changed',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings', ...[...concerned].map(id => `measure:${id}`)],
    before: { agendaItemId, ...before },
    after: { agendaItemId, ...after },
  })
}

function whatChanged<Values extends object>(item: Values, values: Values) {
  const fields = (Object.keys(values) as (keyof Values)[]).filter(field => item[field] !== values[field])
  const pick = (from: Values) => Object.fromEntries(fields.map(field => [field, from[field]]))
  return { before: pick(item), after: pick(values) }
}
