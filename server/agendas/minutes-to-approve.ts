import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { ProposedItem } from './proposal.shared'

/**
 * For a query over agenda items: the approval of minutes. Such an item is not carried over itself: minutes that no decision approved are
 * proposed again.
 */
export const approvesMinutes = sql<boolean>`(item.proposed_for is not distinct from 'minutes'
  or exists (select from minutes where minutes.approval_item_id = item.id))`

/**
 * Minutes of earlier meetings that go round, and that no meeting to come is to approve; the oldest first.
 * @param meeting the one whose agenda is made
 */
export async function minutesToApprove(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  meeting: { id: string; startsAt: Date },
): Promise<ProposedItem[]> {
  const rows = await db
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meetingId')
    .select(['meeting.id', 'meeting.title', 'meeting.startsAt'])
    .where('meeting.groupId', '=', actor.groupId)
    .where('meeting.startsAt', '<', meeting.startsAt)
    .where('minutes.decisionId', 'is', null)
    .where('minutes.takenBackAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agendaItem as item')
            .innerJoin('meeting as later', 'later.id', 'item.meetingId')
            .select('item.id')
            .whereRef('item.id', '=', 'minutes.approvalItemId')
            .where('later.status', 'in', ['planned', 'in-session']),
        ),
      ),
    )
    .orderBy('meeting.startsAt')
    .execute()
  return rows.map(
    ({ id, title, startsAt }): ProposedItem => ({
      ...{ reason: 'minutes', subjectId: id, title, detail: '', since: startsAt },
      ...{ kind: 'decision', measureIds: [], agendaItemId: null },
    }),
  )
}
