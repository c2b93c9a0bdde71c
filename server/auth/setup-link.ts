import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { DomainError } from '../errors'
import type { SetupState } from './setup.shared'
import { hashToken, newToken } from './token'

/**
 * Makes a link with which the first coordinator is made, once, within seven days.
 * @returns its token, which is stored nowhere
 */
export async function createSetupLink(db: Kysely<Database>): Promise<string> {
  const token = newToken()
  const expiresAt = sql<Date>`now() + interval '7 days'`
  await db
    .insertInto('setupLink')
    .values({ tokenHash: hashToken(token), expiresAt })
    .execute()
  return token
}

/**
 * A link for a database without people; links that were made before stop working.
 * @returns the token of `/setup/<token>`, or null when there are people, who then invite others themselves
 */
export async function ensureSetupLink(db: Kysely<Database>): Promise<string | null> {
  return db.transaction().execute(async trx => {
    if (await lockAndFindPeople(trx)) return null
    await trx.deleteFrom('setupLink').where('usedAt', 'is', null).execute()
    return createSetupLink(trx)
  })
}

/**
 * What stands already, for who opens a setup link.
 * @throws DomainError 'not-found' (setup-link-unknown) for a link that is unknown, used or expired, or once there are people
 */
export async function readSetupState(db: Kysely<Database>, token: string): Promise<SetupState> {
  const link = await db
    .selectFrom('setupLink')
    .select('tokenHash')
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .where(eb => eb.not(eb.exists(eb.selectFrom('person').select('id'))))
    .executeTakeFirst()
  if (!link) throw new DomainError('not-found', 'setup-link-unknown')
  const group = await db.selectFrom('consultationGroup').select(['id', 'name']).orderBy('name').executeTakeFirst()
  const bodies = await db.selectFrom('body').select(['id', 'code', 'name']).orderBy('name').execute()
  const sectors = await db.selectFrom('sector').select(['id', 'nameNl', 'nameEn']).orderBy('position').execute()
  return { group: group ?? null, bodies, sectors }
}

/**
 * Holds back everybody else who would make a person, until this transaction ends.
 * @returns whether there are people
 */
export async function lockAndFindPeople(trx: Transaction<Database>): Promise<boolean> {
  await sql`lock table person in share row exclusive mode`.execute(trx)
  return (await trx.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined
}
