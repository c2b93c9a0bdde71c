import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { AddActionInput } from './action.shared'

/**
 * What an action is about and follows from must be of the actor's group.
 * @throws DomainError `not-found` with the field
 */
export async function checkSource(
  trx: Transaction<Database>,
  { groupId }: Pick<Actor, 'groupId'>,
  {
    measureId,
    agendaItemId,
    threadId,
    reportId,
  }: Pick<AddActionInput, 'measureId' | 'agendaItemId' | 'threadId' | 'reportId'>,
): Promise<void> {
  const found = {
    measureId: () =>
      trx
        .selectFrom('measure')
        .innerJoin('plan', 'plan.id', 'measure.planId')
        .select('measure.id')
        .where('measure.id', '=', measureId ?? '')
        .where('plan.groupId', '=', groupId),
    agendaItemId: () =>
      trx
        .selectFrom('agendaItem')
        .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
        .select('agendaItem.id')
        .where('agendaItem.id', '=', agendaItemId ?? '')
        .where('meeting.groupId', '=', groupId),
    threadId: () =>
      trx
        .selectFrom('discussionThread')
        .select('id')
        .where('id', '=', threadId ?? '')
        .where('groupId', '=', groupId),
    reportId: () =>
      trx
        .selectFrom('progressReport')
        .innerJoin('measure', 'measure.id', 'progressReport.measureId')
        .innerJoin('plan', 'plan.id', 'measure.planId')
        .select('progressReport.id')
        .where('progressReport.id', '=', reportId ?? '')
        .where('plan.groupId', '=', groupId),
  }
  const asked = { measureId, agendaItemId, threadId, reportId }
  for (const field of Object.keys(found) as (keyof typeof found)[]) {
    if (asked[field] && !(await found[field]().executeTakeFirst())) {
      throw new DomainError('not-found', 'choose-one', field)
    }
  }
}
