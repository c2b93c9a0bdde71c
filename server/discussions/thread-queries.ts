import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { MarkedThread, ThreadCounts, ThreadFilters, ThreadPage } from './discussion.shared'
import { readThreads } from './read-threads'

/** So many discussions are a page. */
const PAGE = 20

/** More than so many marks in one text nobody can read; the newest are marked. */
const MOST_MARKS = 1000

type Asked = ThreadFilters & {
  page: number
  /** a discussion to show whatever the filters say */
  threadId?: string
}

/**
 * Reads the discussions of a measure that are asked for, the newest first, a page at a time. The caller has checked that the
 * reader may see the measure.
 */
export async function listThreads(
  db: Kysely<Database>,
  actor: Actor,
  measureId: string,
  { page: asked, threadId, ...filters }: Asked,
): Promise<ThreadPage> {
  const all = threadsOf(db, measureId)
  const [counts, sectors] = await Promise.all([countThreads(db, actor, measureId, filters), listSectors(db, measureId)])
  const pages = Math.max(1, Math.ceil(counts[filters.state] / PAGE))
  const page = Math.min(asked, pages)
  const rows = await all
    .select('discussionThread.id')
    .where(eb => fits(eb, actor, filters))
    .orderBy('openedAt', 'desc')
    .orderBy('id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  const ids = rows.map(row => row.id)
  const wanted = threadId && z.guid().safeParse(threadId).success && !ids.includes(threadId) ? [threadId] : []
  const threads = await readThreads(db, actor, { measureId, ids: [...wanted, ...ids] })
  return { threads, counts, sectors, filters, page, pages }
}

/** @returns the open discussions of passages of a text: what is marked in it, and by which characters */
export async function listMarks(db: Kysely<Database>, documentId: string): Promise<MarkedThread[]> {
  const rows = await db
    .selectFrom('discussionThread')
    .leftJoin('wordingProposal', 'wordingProposal.threadId', 'discussionThread.id')
    .select(['discussionThread.id', 'quote', 'wordingProposal.state'])
    .select(eb => eb.ref('words').$notNull().as('words'))
    .where('documentId', '=', documentId)
    .where('resolvedAt', 'is', null)
    .orderBy('openedAt', 'desc')
    .limit(MOST_MARKS)
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, kind: state === 'open' ? 'proposal' : 'comment' }))
}

const threadsOf = (db: Kysely<Database>, measureId: string) =>
  db.selectFrom('discussionThread').where('subjectType', '=', 'measure').where('subjectId', '=', measureId)

async function countThreads(
  db: Kysely<Database>,
  actor: Actor,
  measureId: string,
  { sectorId }: ThreadFilters,
): Promise<ThreadCounts> {
  return threadsOf(db, measureId)
    .select(eb => {
      const count = (state: ThreadFilters['state']) =>
        sql<number>`count(*) filter (where ${fits(eb, actor, { state, ...(sectorId && { sectorId }) })})::int`
      return [
        count('open').as('open'),
        count('mine').as('mine'),
        count('resolved').as('resolved'),
        count('all').as('all'),
      ]
    })
    .executeTakeFirstOrThrow()
}

/** Mine: what I began, spoke in, or was called in by name, as myself or as my body, and that is still open. */
function fits(eb: ExpressionBuilder<Database, 'discussionThread'>, actor: Actor, { state, sectorId }: ThreadFilters) {
  const isOpen = eb('discussionThread.resolvedAt', 'is', null)
  const bodyIds = actor.mandates.map(mandate => mandate.bodyId)
  const conditions = []
  if (state === 'open') conditions.push(isOpen)
  if (state === 'resolved') conditions.push(eb('discussionThread.resolvedAt', 'is not', null))
  if (state === 'mine') {
    const said = speakers(eb).where('mandate.personId', '=', actor.personId)
    const called = eb
      .selectFrom('discussionMention')
      .innerJoin('discussionComment', 'discussionComment.id', 'discussionMention.commentId')
      .select('discussionComment.id')
      .whereRef('discussionComment.threadId', '=', 'discussionThread.id')
      .where(mention =>
        mention.or([
          mention('discussionMention.personId', '=', actor.personId),
          mention('discussionMention.bodyId', 'in', bodyIds),
        ]),
      )
    conditions.push(isOpen, eb.or([eb.exists(said), eb.exists(called)]))
  }
  if (sectorId) {
    conditions.push(
      eb.exists(speakers(eb).innerJoin('body', 'body.id', 'mandate.bodyId').where('body.sectorId', '=', sectorId)),
    )
  }
  return eb.and(conditions)
}

/** The mandates under which a discussion was begun or something was said in it. */
const speakers = (eb: ExpressionBuilder<Database, 'discussionThread'>) =>
  eb
    .selectFrom('mandate')
    .select('mandate.id')
    .where(mandate =>
      mandate.or([
        mandate('mandate.id', '=', mandate.ref('discussionThread.openedBy')),
        mandate(
          'mandate.id',
          'in',
          mandate
            .selectFrom('discussionComment')
            .select('discussionComment.mandateId')
            .whereRef('discussionComment.threadId', '=', 'discussionThread.id'),
        ),
      ]),
    )

async function listSectors(db: Kysely<Database>, measureId: string): Promise<ThreadPage['sectors']> {
  const { rows } = await sql<ThreadPage['sectors'][number]>`
    with spoke as (
      select opened_by as mandate_id from discussion_thread where subject_type = 'measure' and subject_id = ${measureId}
      union
      select comment.mandate_id from discussion_comment comment
      join discussion_thread thread on thread.id = comment.thread_id
      where thread.subject_type = 'measure' and thread.subject_id = ${measureId}
    )
    select distinct sector.id, sector.position, sector.name_nl, sector.name_en
    from spoke
    join mandate on mandate.id = spoke.mandate_id
    join body on body.id = mandate.body_id
    join sector on sector.id = body.sector_id
    order by sector.position, sector.id`.execute(db)
  return rows.map(({ id, nameNl, nameEn }) => ({ id, nameNl, nameEn }))
}
