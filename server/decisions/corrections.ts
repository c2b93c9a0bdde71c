import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { Corrections, NamedDecision } from './decision-list.shared'

/** @returns what decisions take the place of, and what took theirs; by decision, those of which there is either */
export async function readCorrections(db: Kysely<Database>, decisionIds: string[]): Promise<Map<string, Corrections>> {
  const found = new Map<string, Corrections>()
  if (decisionIds.length === 0) return found
  const rows = await db
    .selectFrom('decision as newer')
    .innerJoin('decision as older', 'older.id', 'newer.correctsId')
    .select(['newer.id as newerId', 'newer.year as newerYear', 'newer.number as newerNumber'])
    .select(['newer.title as newerTitle', 'older.id as olderId', 'older.year as olderYear'])
    .select(['older.number as olderNumber', 'older.title as olderTitle'])
    .where(eb => eb.or([eb('newer.id', 'in', decisionIds), eb('older.id', 'in', decisionIds)]))
    .execute()
  for (const row of rows) {
    const newer = { id: row.newerId, year: row.newerYear, number: row.newerNumber, title: row.newerTitle }
    const older = { id: row.olderId, year: row.olderYear, number: row.olderNumber, title: row.olderTitle }
    found.set(newer.id, { ...(found.get(newer.id) ?? uncorrected), corrects: older })
    found.set(older.id, { ...(found.get(older.id) ?? uncorrected), correctedBy: newer })
  }
  return found
}

export const uncorrected: Corrections = { corrects: null, correctedBy: null }

/** @returns the decisions of the actor's group that stand, which a new one could correct; the newest first */
export async function correctableDecisions(
  db: Kysely<Database>,
  { groupId }: Pick<Actor, 'groupId'>,
): Promise<NamedDecision[]> {
  return standing(db, groupId).orderBy('year', 'desc').orderBy('number', 'desc').limit(500).execute()
}

/**
 * Checks that a decision can be corrected by a new one.
 * @throws DomainError `not-found` for a decision of another group; `conflict`, `already-corrected` for one whose place another
 *   has taken
 */
export async function checkCorrectable(
  trx: Transaction<Database>,
  { groupId }: Pick<Actor, 'groupId'>,
  decisionId: string,
): Promise<NamedDecision> {
  const of = trx.selectFrom('decision').select('id').where('id', '=', decisionId).where('groupId', '=', groupId)
  if (!(await of.executeTakeFirst())) throw new DomainError('not-found', 'choose-one', 'correctsId')
  const stands = await standing(trx, groupId).where('decision.id', '=', decisionId).executeTakeFirst()
  if (!stands) throw new DomainError('conflict', 'already-corrected', 'correctsId')
  return stands
}

const standing = (db: Kysely<Database>, groupId: string) =>
  db
    .selectFrom('decision')
    .select(['decision.id', 'decision.year', 'decision.number', 'decision.title'])
    .where('decision.groupId', '=', groupId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('decision as later').select('later.id').whereRef('later.correctsId', '=', 'decision.id'))),
    )
