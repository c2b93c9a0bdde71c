import { type Insertable, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { PositionTable } from '#db/schema/position'
import { violatedConstraint } from '#db/violated-constraint'
import { DomainError } from '../errors'

/**
 * Puts a position on record. Of two colleagues who replace the same one, the database lets one through.
 * @returns its id
 * @throws DomainError `conflict` `changed-meanwhile`
 */
export async function insertPosition(
  trx: Transaction<Database>,
  position: Omit<Insertable<PositionTable>, 'takenAt'>,
): Promise<string> {
  try {
    const { id } = await trx
      .insertInto('position')
      .values({ ...position, takenAt: sql`clock_timestamp()` })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  } catch (error) {
    if (!['position_replaced_once', 'position_one_first'].includes(violatedConstraint(error) ?? '')) throw error
    throw new DomainError('conflict', 'changed-meanwhile')
  }
}
