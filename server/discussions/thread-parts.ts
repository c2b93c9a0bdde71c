import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import type { Mention, ThreadComment, ThreadStep } from './discussion.shared'
import { mayChangeComment } from './discussion-access.shared'
import { authorColumns, authorOf } from './thread-author'

/** @returns what is said in threads, the oldest first, by thread */
export async function readComments(
  db: Kysely<Database>,
  actor: Actor,
  threadIds: string[],
): Promise<Map<string, ThreadComment[]>> {
  const rows = await db
    .selectFrom('discussionComment')
    .innerJoin('mandate', 'mandate.id', 'discussionComment.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['discussionComment.id', 'threadId', 'text', 'writtenAt', 'editedAt', 'removedAt'])
    .select('discussionComment.isDemo')
    .select(authorColumns)
    .where('threadId', 'in', threadIds)
    .orderBy('writtenAt')
    .execute()
  const changed = rows.filter(row => row.editedAt && !row.removedAt).map(row => row.id)
  const [earlier, mentions] = await Promise.all([readEarlier(db, changed), readMentions(db, threadIds)])
  const comments = rows.map(({ threadId, ...row }) => {
    const author = authorOf(row)
    const { id, text, writtenAt, editedAt, removedAt, isDemo } = row
    return {
      threadId,
      comment: {
        ...{ id, text, author, writtenAt, editedAt, removedAt, isDemo },
        earlier: earlier.get(id) ?? [],
        mentions: mentions.get(id) ?? [],
        canChange: !removedAt && mayChangeComment(actor, author),
      },
    }
  })
  return grouped(comments.map(({ threadId, comment }) => [threadId, comment]))
}

/** @returns by whom and when threads were last closed or opened again, by thread */
export async function readLastSteps(db: Kysely<Database>, threadIds: string[]): Promise<Map<string, ThreadStep>> {
  const rows = await db
    .selectFrom('discussionStep')
    .innerJoin('mandate', 'mandate.id', 'discussionStep.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .distinctOn('threadId')
    .select(['threadId', 'discussionStep.kind', 'at'])
    .select(authorColumns)
    .where('threadId', 'in', threadIds)
    .orderBy('threadId')
    .orderBy('at', 'desc')
    .execute()
  return new Map(rows.map(({ threadId, kind, at, ...row }) => [threadId, { kind, at, by: authorOf(row) }]))
}

async function readEarlier(db: Kysely<Database>, commentIds: string[]) {
  if (commentIds.length === 0) return new Map<string, ThreadComment['earlier']>()
  const rows = await db
    .selectFrom('discussionCommentEarlier')
    .select(['commentId', 'text', 'replacedAt'])
    .where('commentId', 'in', commentIds)
    .orderBy('replacedAt')
    .execute()
  return grouped(rows.map(({ commentId, ...row }) => [commentId, row]))
}

async function readMentions(db: Kysely<Database>, threadIds: string[]): Promise<Map<string, Mention[]>> {
  const { rows } = await sql<Mention & { commentId: string }>`
    select mention.comment_id, mention.label,
      case when mention.person_id is not null then 'person' when mention.body_id is not null then 'body' else 'sector' end as kind,
      coalesce(person.name, body.name, sector.name_nl) as name, coalesce(body.code, acting.code) as body_code,
      coalesce(of_body.colour, acting.colour) as colour
    from discussion_mention mention
    join discussion_comment comment on comment.id = mention.comment_id
    join discussion_thread thread on thread.id = comment.thread_id
    left join person on person.id = mention.person_id
    left join body on body.id = mention.body_id
    left join sector of_body on of_body.id = body.sector_id
    left join sector on sector.id = mention.sector_id
    left join lateral (
      select body.code, sector.colour from mandate
      join body on body.id = mandate.body_id
      join sector on sector.id = body.sector_id
      where mandate.person_id = person.id and mandate.group_id = thread.group_id and mandate.starts_on <= ${today}
        and (mandate.ends_on is null or mandate.ends_on >= ${today})
      order by mandate.starts_on desc limit 1
    ) acting on true
    where comment.thread_id = any(${threadIds}::uuid[])`.execute(db)
  return grouped(rows.map(({ commentId, ...mention }) => [commentId, mention]))
}

function grouped<T>(pairs: (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
