import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { approvesMinutes } from './minutes-to-approve'
import type { ProposedItem } from './proposal.shared'

/** What was left longer ago than so many days, the group let go. */
const DAYS = 400

/**
 * What an earlier meeting did not come to, or postponed, and no later one has taken up; the newest first. Minutes that it did not come to
 * approve are proposed as such.
 * @param meetingId the meeting whose agenda is made
 */
export async function carriedItems(db: Kysely<Database>, actor: Actor, meetingId: string): Promise<ProposedItem[]> {
  const rows = await db
    .selectFrom('agendaItem as item')
    .innerJoin('meeting', 'meeting.id', 'item.meetingId')
    .select(['item.id', 'item.title', 'item.kind', 'meeting.title as meeting', 'meeting.startsAt'])
    .select(
      sql<string[]>`array(select measure_id from agenda_item_measure where agenda_item_id = item.id)`.as('measureIds'),
    )
    .where('meeting.groupId', '=', actor.groupId)
    .where('meeting.id', '<>', meetingId)
    .where('meeting.status', 'in', ['concluded', 'minutes-approved'])
    .where('meeting.startsAt', '>', sql<Date>`now() - make_interval(days => ${DAYS})`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('agendaItem as later').select('later.id').whereRef('later.carriedFromId', '=', 'item.id'))),
    )
    .where(eb => eb.not(approvesMinutes))
    .where(({ eb, not, or, and, exists, selectFrom }) => {
      const decided = selectFrom('decision').select('decision.id').whereRef('decision.agendaItemId', '=', 'item.id')
      return or([
        and([eb('item.handledAt', 'is', null), not(exists(decided))]),
        eb(
          selectFrom('decision')
            .select('decision.result')
            .whereRef('decision.agendaItemId', '=', 'item.id')
            .orderBy('decision.recordedAt', 'desc')
            .limit(1),
          '=',
          'postponed',
        ),
      ])
    })
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('item.position')
    .limit(20)
    .execute()
  return rows.map(({ id, title, kind, meeting, startsAt, measureIds }) => ({
    reason: 'carried-over',
    subjectId: id,
    agendaItemId: id,
    title,
    detail: meeting,
    since: startsAt,
    kind,
    measureIds,
  }))
}
