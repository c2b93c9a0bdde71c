import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { today } from '../auth/read-actor'

/** Reminded of from so many days before the day itself. */
const AHEAD = 7
/** What has no day is reminded of once it is as old as this, in days. */
const PATIENCE = 28
/** Not again within so many days. */
const PAUSE = 7

/** Something that a person is to be reminded of. */
export interface DueItem {
  kind: 'action' | 'effect'
  id: string
  title: string
  /** 'YYYY-MM-DD' */
  dueOn: string | null
  isOverdue: boolean
  groupId: string
  groupName: string
  personId: string
  name: string
  email: string
  locale: 'nl' | 'en' | null
  /** nobody was reminded of it lately */
  isFresh: boolean
}

/**
 * What is due soon or late, for each person who carries it: an action's are the person whom it was given to, else who speaks for the body
 * (its editors, when nobody does); effects that wait to be applied are the coordinators'.
 * @param waiting messages that were not sent yet: what they are about is read too, so that a newer one can replace them
 */
export async function readDueItems(db: Kysely<Database>, waiting: string[]): Promise<DueItem[]> {
  const { rows } = await sql<DueItem>`
    with due as (
      select 'action' as kind, id, group_id, title, due_on, due_on < ${today} as is_overdue, body_id, person_id
      from action_item
      where state = 'open' and due_on <= ${today} + ${AHEAD}::int
      union all
      select 'effect', effect.id, decision.group_id, coalesce(measure.title, decision.title), effect.due_on,
        coalesce(effect.due_on < ${today}, false), null, null
      from effect
      join decision on decision.id = effect.decision_id
      left join measure on measure.id = effect.measure_id
      where effect.state = 'to-apply'
        and coalesce(effect.due_on - ${AHEAD}::int, decision.decided_on + ${PATIENCE}::int) <= ${today}
    ), acting as (
      select * from mandate where starts_on <= ${today} and (ends_on is null or ends_on >= ${today})
    ), carried as (
      select distinct due.*, mandate.person_id as owner_id
      from due
      join acting mandate on mandate.group_id = due.group_id
        and case
          when due.kind = 'effect' then mandate.role = 'coordinator'
          when due.person_id is not null then mandate.person_id = due.person_id
          else mandate.body_id = due.body_id and (mandate.role in ('representative', 'coordinator')
            or mandate.role = 'editor' and not exists (
              select from acting speaker where speaker.group_id = due.group_id and speaker.body_id = due.body_id
                and speaker.role in ('representative', 'coordinator')))
        end
    )
    select carried.kind, carried.id, title, due_on, coalesce(is_overdue, false) as is_overdue, carried.group_id,
      consultation_group.name as group_name, person.id as person_id, person.name, person.email, person.locale,
      lately.is_fresh
    from carried
    join person on person.id = carried.owner_id and person.disabled_at is null
    join consultation_group on consultation_group.id = carried.group_id
    cross join lateral (
      select count(*) filter (where reminded_at > now() - make_interval(days => ${PAUSE})) = 0 as is_fresh,
        coalesce(bool_or(message.id = any(${waiting}::uuid[]) and message.person_id = person.id), false) as is_waiting
      from follow_up_reminder reminder
      join mail_message message on message.id = reminder.message_id
      where carried.id = case carried.kind when 'action' then reminder.action_item_id else reminder.effect_id end
    ) lately
    where is_fresh or is_waiting
    order by carried.group_id, person.id, due_on nulls last, title, carried.id`.execute(db)
  return rows
}
