import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeeting } from './lock-meeting'
import type { AddAgendaItemInput } from './meeting.shared'
import { mayEditAgenda } from './meeting-access.shared'

/**
 * Adds an item at the end of an agenda.
 * @returns the item's id
 * @throws DomainError `not-found` for a meeting, body or measure (`measureIds`) that the actor cannot see; `forbidden` for
 *   whom is not a coordinator, and once the minutes are approved
 */
export async function addAgendaItem(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, kind, title, summary, minutes, presenterBodyId, measureIds }: AddAgendaItemInput,
): Promise<string> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayEditAgenda(actor, meeting)) throw new DomainError('forbidden')
  if (presenterBodyId) await checkBody(trx, presenterBodyId)
  const about = await readMeasures(trx, actor, measureIds)

  const { id, position } = await trx
    .insertInto('agendaItem')
    .values(eb => ({
      meetingId,
      position: eb
        .selectFrom('agendaItem')
        .select(item => item(item.fn.coalesce(item.fn.max('position'), item.val(0)), '+', 1).as('position'))
        .where('meetingId', '=', meetingId),
      kind,
      title,
      summary,
      minutesAllotted: minutes ?? null,
      presenterBodyId: presenterBodyId ?? null,
    }))
    .returning(['id', 'position'])
    .executeTakeFirstOrThrow()
  if (about.length > 0) {
    const links = about.map(measureId => ({ agendaItemId: id, measureId }))
    await trx.insertInto('agendaItemMeasure').values(links).execute()
  }
  await recordActivity(trx, actor, {
    verb: 'agenda-item.added',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings', ...about.map(measureId => `measure:${measureId}`)],
    after: { agendaItemId: id, position, kind, title, measureIds: about },
  })
  return id
}

async function checkBody(trx: Transaction<Database>, bodyId: string): Promise<void> {
  const body = await trx.selectFrom('body').select('id').where('id', '=', bodyId).executeTakeFirst()
  if (!body) throw new DomainError('not-found', 'choose-one', 'presenterBodyId')
}

async function readMeasures(trx: Transaction<Database>, actor: Actor, measureIds: string[]): Promise<string[]> {
  const asked = [...new Set(measureIds)]
  if (asked.length === 0) return []
  const found = await trx
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select('measure.id')
    .where('measure.id', 'in', asked)
    .where('plan.groupId', '=', actor.groupId)
    .execute()
  if (found.length < asked.length) throw new DomainError('not-found', 'choose-one', 'measureIds')
  return found.map(measure => measure.id)
}
