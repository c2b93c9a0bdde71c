import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { DomainError } from '../errors'
import { hashToken } from './token'

const failuresPerAccount = 10
const failuresPerAddress = 50
const window = sql<Date>`now() - interval '15 minutes'`

export interface SignInAttempt {
  accountKey: string
  ids: number[]
}

/**
 * Notes an attempt to sign in before it is judged, so that many at once cannot slip through together. Kept in the database: the
 * limit holds across nodes and restarts. An attempt that is refused here counts for nothing, so it does not prolong the wait.
 * @returns what `forgetAttempts` needs when the attempt succeeds
 * @throws DomainError 'too-many' (too-many-attempts)
 */
export async function recordAttempt(
  db: Kysely<Database>,
  { email, address }: { email: string; address: string },
): Promise<SignInAttempt> {
  // Hashed, since what is typed as an account may be anything, a password too.
  const accountKey = `account:${hashToken(email.trim().toLowerCase())}`
  const addressKey = `address:${address}`
  await db.deleteFrom('signInAttempt').where('attemptedAt', '<', window).execute()
  const rows = await db
    .insertInto('signInAttempt')
    .values([{ key: accountKey }, { key: addressKey }])
    .returning('id')
    .execute()
  const ids = rows.map(row => row.id)

  const counts = await db
    .selectFrom('signInAttempt')
    .select(eb => ['key', eb.fn.countAll<number>().as('count')])
    .where('key', 'in', [accountKey, addressKey])
    .groupBy('key')
    .execute()
  const limits = new Map([
    [accountKey, failuresPerAccount],
    [addressKey, failuresPerAddress],
  ])
  if (counts.some(({ key, count }) => count > (limits.get(key) ?? 0))) {
    await db.deleteFrom('signInAttempt').where('id', 'in', ids).execute()
    throw new DomainError('too-many', 'too-many-attempts')
  }
  return { accountKey, ids }
}

/** After a success: the account starts anew, and the address is not charged for it. */
export async function forgetAttempts(db: Kysely<Database>, { accountKey, ids }: SignInAttempt): Promise<void> {
  await db
    .deleteFrom('signInAttempt')
    .where(eb => eb.or([eb('key', '=', accountKey), eb('id', 'in', ids)]))
    .execute()
}
