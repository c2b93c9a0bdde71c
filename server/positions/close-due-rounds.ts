import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivityOfSystem } from '../activity/record-activity'
import { finishPositionRound } from './finish-position-round'
import { topicsOfRound } from './round-topics'

/**
 * Closes every round whose moment has come, each in a transaction of its own. Safe to call from several nodes at once: a
 * round that another is closing is left to that one.
 * @returns the ids of those that were closed now
 */
export async function closeDueRounds(db: Kysely<Database>): Promise<string[]> {
  const due = await db
    .selectFrom('positionRound')
    .select('id')
    .where('closedAt', 'is', null)
    .where('closesAt', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('closesAt')
    .execute()
  const closed: string[] = []
  for (const { id } of due) {
    if (await db.transaction().execute(trx => closeIfOpen(trx, id))) closed.push(id)
  }
  return closed
}

async function closeIfOpen(trx: Transaction<Database>, roundId: string): Promise<boolean> {
  const round = await trx
    .selectFrom('positionRound')
    .select(['id', 'groupId', 'silenceMeans'])
    .where('id', '=', roundId)
    .where('closedAt', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!round) return false
  const { id, groupId, silenceMeans } = round
  const { measureIds, ...came } = await finishPositionRound(trx, { id, silenceMeans, closedBy: null })
  await recordActivityOfSystem(trx, groupId, {
    verb: 'position-round.closed',
    subjectType: 'position-round',
    subjectId: id,
    topics: topicsOfRound(id, measureIds),
    after: { ...came, silenceMeans },
  })
  return true
}
