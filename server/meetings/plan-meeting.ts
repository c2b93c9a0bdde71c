import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { MEETING_TIME_ZONE, type PlanMeetingInput } from './meeting.shared'
import { mayPlanMeeting } from './meeting-access.shared'

/**
 * Plans a meeting of the actor's group, with an empty agenda.
 * @param input day and hour are those of where the group meets
 * @returns the meeting's id
 * @throws DomainError `forbidden` for whom is not a coordinator
 */
export async function planMeeting(
  trx: Transaction<Database>,
  actor: Actor,
  { title, date, time, location }: PlanMeetingInput,
): Promise<string> {
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  const meeting = await trx
    .insertInto('meeting')
    .values({
      groupId: actor.groupId,
      title,
      startsAt: sql`${`${date} ${time}`}::timestamp at time zone ${MEETING_TIME_ZONE}`,
      location: location || null,
    })
    .returning(['id', 'title', 'startsAt', 'location'])
    .executeTakeFirstOrThrow()
  const { id, ...after } = meeting
  await recordActivity(trx, actor, {
    verb: 'meeting.planned',
    subjectType: 'meeting',
    subjectId: id,
    topics: [`meeting:${id}`, 'meetings'],
    after,
  })
  return id
}
