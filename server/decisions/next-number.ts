import type { Kysely } from 'kysely'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'

/**
 * Takes the next number of a group's register. The row stays locked until the transaction ends, so that whoever comes next
 * waits, and gets this number after all when the transaction fails: no gaps, no doubles.
 */
export async function takeNextNumber(
  trx: Transaction<Database>,
  { groupId, year }: { groupId: string; year: number },
): Promise<number> {
  const { lastNumber } = await trx
    .insertInto('decisionRegister')
    .values({ groupId, year, lastNumber: 1 })
    .onConflict(conflict =>
      conflict.columns(['groupId', 'year']).doUpdateSet({ lastNumber: sql`decision_register.last_number + 1` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}

/** @returns the number that a decision would get now; another may take it first */
export async function expectedNumber(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  year: number,
): Promise<number> {
  const register = await db
    .selectFrom('decisionRegister')
    .select('lastNumber')
    .where('groupId', '=', actor.groupId)
    .where('year', '=', year)
    .executeTakeFirst()
  return (register?.lastNumber ?? 0) + 1
}
