import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { fillFromTemplate } from './agenda-templates'
import { MEETING_TIME_ZONE, type PlanMeetingInput } from './meeting.shared'
import { mayPlanMeeting } from './meeting-access.shared'

/**
 * Plans a meeting of the actor's group, with the agenda of a template or an empty one.
 * @param input day and hour are those of where the group meets
 * @param series the series that it is of, and the day that the rule of the series gives
 * @returns the meeting's id
 * @throws DomainError `forbidden` for whom is not a coordinator; `not-found` for a template of another group (`templateId`)
 */
export async function planMeeting(
  trx: Transaction<Database>,
  actor: Actor,
  { title, date, time, location, templateId }: PlanMeetingInput,
  series?: { seriesId: string; seriesDay: string },
): Promise<string> {
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  const meeting = await trx
    .insertInto('meeting')
    .values({
      groupId: actor.groupId,
      title,
      startsAt: sql`${`${date} ${time}`}::timestamp at time zone ${MEETING_TIME_ZONE}`,
      location: location || null,
      ...series,
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
  if (templateId) await fillFromTemplate(trx, actor, { meetingId: id, templateId })
  return id
}
