import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { DependencyHit, HitOnOwner } from './dependency-graph.shared'
import { HIT_DAYS } from './dependency-queries'

/**
 * What others lately did to measures on which those depend that the actor's bodies lead or help to lead: the last of each
 * two measures, the newest first.
 * @param limit the number of lines at most
 */
export async function hitsToOwners(
  db: Kysely<Database>,
  actor: Actor,
  { limit }: { limit: number },
): Promise<HitOnOwner[]> {
  const bodyIds = actor.mandates.filter(({ role }) => role !== 'observer').map(mandate => mandate.bodyId)
  if (bodyIds.length === 0) return []
  const { rows } = await sql<DependencyHit & Omit<HitOnOwner, 'hit'>>`
    select * from (
      select distinct on (measure.id, cause.id) activity.id, activity.verb, activity.at,
        activity.after ->> 'status' as status, activity.after ->> 'milestone' as milestone,
        activity.after ->> 'from' as "from", activity.after ->> 'to' as "to",
        measure.id as measure_id, measure.title as measure_title, cause.id as cause_id, cause.title as cause_title
      from activity
      join measure on measure.id = activity.subject_id
      join measure cause on cause.id = (activity.after ->> 'causeId')::uuid
      where activity.group_id = ${actor.groupId} and activity.subject_type = 'measure'
        and activity.verb in ('dependency.status', 'dependency.dates', 'dependency.moved', 'dependency.milestone-dropped')
        and activity.at > now() - ${HIT_DAYS} * interval '1 day'
        and activity.person_id is distinct from ${actor.personId}
        and exists (
          select from responsibility where responsibility.measure_id = measure.id
            and role in ('lead', 'co-lead') and state = 'accepted' and body_id = any(${bodyIds}::uuid[])
        )
      order by measure.id, cause.id, activity.id desc
    ) hit
    order by id desc limit ${limit}`.execute(db)
  return rows.map(({ verb, at, status, milestone, from, to, measureId, measureTitle, causeId, causeTitle }) => ({
    ...{ measureId, measureTitle, causeId, causeTitle },
    hit: { verb, at, status, milestone, from, to },
  }))
}
