import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { TextAuthor } from '../documents/version.shared'
import type { MentionOfMe } from './discussion.shared'

/**
 * @returns where the actor is called by name, as themselves, as their body or as their sector, the newest first: as long as the
 *   discussion is open and they said nothing in it since
 */
export async function mentionsOfMe(db: Kysely<Database>, actor: Actor, { limit }: { limit: number }) {
  const bodyIds = actor.mandates.map(mandate => mandate.bodyId)
  const sectorIds = actor.mandates.map(mandate => mandate.sectorId)
  const { rows } = await sql<Omit<MentionOfMe, 'author'> & TextAuthor>`
    select * from (
      select distinct on (thread.id) thread.id as thread_id, measure.id as measure_id, measure.title as measure_title,
        comment.text, comment.written_at as at, mention.label,
        case when mention.person_id is not null then 'person' when mention.body_id is not null then 'body' else 'sector' end as kind,
        person.id as person_id, person.name as person_name, mandate.role, body.code as body_code, body.name as body_name,
        sector.colour
      from discussion_mention mention
      join discussion_comment comment on comment.id = mention.comment_id
      join discussion_thread thread on thread.id = comment.thread_id and thread.subject_type = 'measure'
      join measure on measure.id = thread.subject_id
      join mandate on mandate.id = comment.mandate_id
      join person on person.id = mandate.person_id
      join body on body.id = mandate.body_id
      join sector on sector.id = body.sector_id
      where thread.group_id = ${actor.groupId} and thread.resolved_at is null and mandate.person_id <> ${actor.personId}
        and (mention.person_id = ${actor.personId} or mention.body_id = any(${bodyIds}::uuid[])
          or mention.sector_id = any(${sectorIds}::text[]))
        and not exists (
          select from discussion_comment answer
          join mandate mine on mine.id = answer.mandate_id
          where answer.thread_id = thread.id and mine.person_id = ${actor.personId} and answer.written_at > comment.written_at
        )
      order by thread.id, comment.written_at desc
    ) as called
    order by at desc
    limit ${limit}`.execute(db)
  return rows.map(
    ({ personId, personName, role, bodyCode, bodyName, colour, ...row }): MentionOfMe => ({
      ...row,
      author: { personId, personName, role, bodyCode, bodyName, colour },
    }),
  )
}
