import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { type HistoryFilters, type HistoryKind, type HistoryLine, historyKinds, kindOfNoun } from './history.shared'

interface Asked {
  measureIds: string[]
  filters: HistoryFilters
  /** not what concerns a measure because of another, such as a part of it */
  ownOnly?: boolean
  /** only lines before this one */
  before?: number | undefined
  limit: number
  /** of each measure at most so many */
  perMeasure?: number
}

/**
 * What was done to measures, the newest first, in one query. An activity concerns a measure when the measure's page shows it:
 * its topics say so, whatever its verb.
 * @returns the lines, each with how many lines its measure has in all
 */
export async function readLines(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  { measureIds, filters, ownOnly = false, before, limit, perMeasure }: Asked,
): Promise<(HistoryLine & { count: number })[]> {
  const { rows } = await sql<Row>`
    with own as (
      select shown.id as measure_id, activity.*,
        case when verb = 'text.edited' then concat(mandate_id, (at at time zone 'Europe/Brussels')::date)
          else activity.id::text end as together
      from unnest(${measureIds}::uuid[]) as shown (id)
      join activity on activity.topics @> array['measure:' || shown.id]
      left join mandate on mandate.id = activity.mandate_id
      where activity.group_id = ${actor.groupId}
        and (not ${ownOnly}::boolean or activity.subject_type <> 'measure' or activity.subject_id = shown.id)
        and ${conditions(filters)}
    ), grouped as (
      select *, count(*) over same as times, row_number() over (same order by id desc) as nth,
        min((before ->> 'seq')::bigint) over same as from_seq, max((after ->> 'seq')::bigint) over same as to_seq,
        min(at) over same as first_at
      from own window same as (partition by measure_id, together)
    ), line as (
      select *, count(*) over (partition by measure_id) as count,
        row_number() over (partition by measure_id order by id desc) as place
      from grouped where nth = 1
    )
    select line.id, line.at, line.verb, line.times, line.measure_id, line.count, line.before, line.after,
      line.person_id, person.name as person_name, mandate.role, body.code as body_code, body.name as body_name, sector.colour,
      line.subject_type, line.subject_id, coalesce(measure.title, decision.title, agenda_item.title, meeting.title) as title,
      coalesce(agenda_item.meeting_id, meeting.id) as meeting_id, version.from_version, version.to_version
    from line
    left join person on person.id = line.person_id
    left join mandate on mandate.id = line.mandate_id
    left join body on body.id = mandate.body_id
    left join sector on sector.id = body.sector_id
    left join measure on line.subject_type = 'measure' and measure.id = line.subject_id
    left join decision on line.subject_type = 'decision' and decision.id = line.subject_id
    left join agenda_item on line.subject_type = 'agenda-item' and agenda_item.id = line.subject_id
    left join meeting on line.subject_type = 'meeting' and meeting.id = line.subject_id
    left join lateral (
      select
        max(number) filter (where coalesce(v.seq <= line.from_seq, v.created_at <= line.first_at)) as from_version,
        min(number) filter (where coalesce(v.seq >= line.to_seq, v.created_at >= line.at)) as to_version
      from document_version v join document on document.id = v.document_id
      where document.subject_type = 'measure' and document.subject_id = line.subject_id
    ) version on line.verb = 'text.edited'
    where line.id < ${before ?? Number.MAX_SAFE_INTEGER} and line.place <= ${perMeasure ?? Number.MAX_SAFE_INTEGER}
    order by line.id desc
    limit ${limit}`.execute(db)
  return rows.map(toLine)
}

type Row = Omit<HistoryLine, 'subject' | 'versions' | 'before' | 'after'> & {
  count: number
  before: HistoryLine['before'] | null
  after: HistoryLine['after'] | null
  subjectType: string
  subjectId: string
  title: string | null
  meetingId: string | null
  fromVersion: number | null
  toVersion: number | null
}

function toLine({
  subjectType: type,
  subjectId: id,
  title,
  meetingId,
  fromVersion: from,
  toVersion: to,
  before,
  after,
  ...line
}: Row): HistoryLine & { count: number } {
  return {
    ...line,
    before: before ?? {},
    after: after ?? {},
    subject: { type, id, title, meetingId },
    versions: line.verb === 'text.edited' ? { from, to } : null,
  }
}

/** What the filters ask of an activity. */
export function conditions({ kind, who, from, until, meeting }: HistoryFilters): RawBuilder<unknown> {
  const day = (value: string) => sql`(${value}::date::timestamp at time zone 'Europe/Brussels')`
  const asked = [
    kind && isOfKind(kind),
    who && sql`(activity.person_id = ${who} or mandate.body_id = ${who})`,
    from && sql`activity.at >= ${day(from)}`,
    until && sql`activity.at < ${day(until)} + interval '1 day'`,
    meeting &&
      sql`activity.at > (select coalesce(ended_at, started_at, starts_at) from meeting
        where meeting.id = ${meeting} and meeting.group_id = activity.group_id)`,
  ].filter(condition => condition !== undefined)
  return sql.join([sql`true`, ...(asked as RawBuilder<unknown>[])], sql` and `)
}

function isOfKind(kind: HistoryKind): RawBuilder<unknown> {
  const nouns = (kind: HistoryKind) => Object.keys(kindOfNoun).filter(noun => kindOfNoun[noun] === kind)
  const noun = sql`split_part(activity.verb, '.', 1)`
  return kind === 'other'
    ? sql`${noun} <> all(${historyKinds.flatMap(nouns)}::text[])`
    : sql`${noun} = any(${nouns(kind)}::text[])`
}
