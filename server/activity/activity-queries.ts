import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { ActivityLine, ActivitySubject } from './activity.shared'

/** How far back lines are put together: far more than a page shows, far less than the trail may hold. */
const LOOK_BACK = 500

/**
 * What happened in the actor's group to measures, meetings, decisions, baselines and rounds of updates, newest first.
 * @param limit the number of lines at most
 */
export async function recentActivity(
  db: Kysely<Database>,
  actor: Actor,
  { limit }: { limit: number },
): Promise<ActivityLine[]> {
  const { rows } = await sql<Row>`
    with recent as (
      select * from activity
      where group_id = ${actor.groupId}
        and subject_type in ('measure', 'meeting', 'decision', 'agenda-item', 'baseline', 'update-round', 'position-round')
      order by id desc limit ${LOOK_BACK}
    ), line as (
      select recent.*, row_number() over same_day as nth, count(*) over same_day_all as times
      from recent
      window
        same_day_all as (partition by person_id, verb, subject_type, subject_id, after ->> 'responsibilityId',
          after ->> 'milestoneId', after ->> 'causeId',
          (at at time zone 'Europe/Brussels')::date),
        same_day as (same_day_all order by id desc)
    )
    select line.id, line.at, line.verb, line.times, line.subject_type, line.subject_id,
      coalesce(measure.title, meeting.title, agenda_item.title, decision.title, baseline.name, update_round.title,
        position_round.title) as title,
      agenda_item.meeting_id, case line.subject_type when 'decision' then line.after ->> 'register' end as register,
      line.person_id, person.name as person_name, body.code as body_code, body.name as body_name, sector.colour,
      line.after ->> 'milestone' as milestone, cause.title as cause_title, line.after ->> 'status' as status,
      line.after ->> 'role' as role, of_body.code as of_body_code, of_body.name as of_body_name,
      case when line.verb like 'progress.%' then (line.after ->> 'percentage')::integer end as percentage,
      coalesce((line.after ->> 'onBehalf')::boolean, false) as on_behalf
    from line
    left join measure on line.subject_type = 'measure' and measure.id = line.subject_id
    left join meeting on line.subject_type = 'meeting' and meeting.id = line.subject_id
    left join agenda_item on line.subject_type = 'agenda-item' and agenda_item.id = line.subject_id
    left join decision on line.subject_type = 'decision' and decision.id = line.subject_id
    left join baseline on line.subject_type = 'baseline' and baseline.id = line.subject_id
    left join measure cause on line.verb like 'dependency.%' and cause.id = (line.after ->> 'causeId')::uuid
    left join update_round on line.subject_type = 'update-round' and update_round.id = line.subject_id
    left join position_round on line.subject_type = 'position-round' and position_round.id = line.subject_id
    left join person on person.id = line.person_id
    left join mandate on mandate.id = line.mandate_id
    left join body on body.id = mandate.body_id
    left join sector on sector.id = body.sector_id
    left join body as of_body on (line.verb like 'responsibility.%' or line.verb like 'progress.%'
      or line.verb like 'position.%' or line.verb like 'condition.%')
      and of_body.id = (line.after ->> 'bodyId')::uuid
    where line.nth = 1
      and coalesce(measure.id, meeting.id, agenda_item.id, decision.id, baseline.id, update_round.id,
        position_round.id) is not null
    order by line.id desc
    limit ${limit}`.execute(db)
  return rows.map(toLine)
}

type Row = Omit<ActivityLine, 'subject'> & {
  subjectType: ActivitySubject['type']
  subjectId: string
  title: string
  meetingId: string | null
  /** the number of a decision */
  register: string | null
}

function toLine({ subjectType, subjectId, title, meetingId, register, ...line }: Row): ActivityLine {
  const named = register ? `${register} ${title}` : title
  return { ...line, subject: { type: subjectType, id: subjectId, title: named, meetingId } }
}
