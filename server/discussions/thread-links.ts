import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { Proposal } from './discussion.shared'

/** A discussion as another record points at it. */
export interface ThreadLink {
  id: string
  /** where it can be read */
  measureId: string
  measureTitle: string
  /** what its passage said; '' for the measure as a whole */
  quote: string
  openedAt: Date
  resolvedAt: Date | null
  /** who began it */
  bodyCode: string
  colour: number
  /** of one that proposes wording */
  proposal: { replacement: string; state: Proposal['state'] } | null
}

/** @returns the discussions of a measure that something else can point at, those that are open first, the newest first */
export async function listThreadLinks(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, measureId: string) {
  const rows = await links(db, actor)
    .where('subjectId', '=', measureId)
    .orderBy(eb => eb('resolvedAt', 'is', null), 'desc')
    .orderBy('openedAt', 'desc')
    .limit(100)
    .execute()
  return rows.map(toLink)
}

/** @returns of the ids those that are discussions of the actor's group */
export async function readThreadLinks(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await links(db, actor).where('discussionThread.id', 'in', ids).execute()
  return rows.map(toLink)
}

const links = (db: Kysely<Database>, actor: Pick<Actor, 'groupId'>) =>
  db
    .selectFrom('discussionThread')
    .innerJoin('measure', 'measure.id', 'discussionThread.subjectId')
    .innerJoin('mandate', 'mandate.id', 'discussionThread.openedBy')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('wordingProposal', 'wordingProposal.threadId', 'discussionThread.id')
    .select(['discussionThread.id', 'measure.id as measureId', 'measure.title as measureTitle', 'quote'])
    .select(['openedAt', 'resolvedAt', 'body.code as bodyCode', 'sector.colour'])
    .select(['replacement', 'wordingProposal.state'])
    .where('discussionThread.groupId', '=', actor.groupId)
    .where('discussionThread.subjectType', '=', 'measure')

type Row = Omit<ThreadLink, 'proposal'> & { replacement: string | null; state: Proposal['state'] | null }

function toLink({ replacement, state, ...row }: Row): ThreadLink {
  return { ...row, proposal: state && { replacement: replacement ?? '', state } }
}
