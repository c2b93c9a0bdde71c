import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { DomainError } from '../errors'
import { verifyPassword } from './password'
import { forgetAttempts, recordAttempt } from './sign-in-attempts'

/**
 * Finds out who signs in. An unknown account, a wrong password and a disabled person give the same answer after the same work.
 * @param input `address`: where the request comes from, as far as the proxies are trusted
 * @throws DomainError 'forbidden' (wrong-credentials); 'too-many' (too-many-attempts) for a quarter of an hour after ten
 *   failures on the account or fifty from the address, even with the right password
 */
export async function signIn(
  db: Kysely<Database>,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<{ personId: string }> {
  const attempt = await recordAttempt(db, { email, address })
  const person = await db
    .selectFrom('person')
    .select(['id', 'passwordHash', 'disabledAt'])
    .where(eb => eb(eb.fn('lower', ['email']), '=', email.trim().toLowerCase()))
    .executeTakeFirst()
  const matches = await verifyPassword(person?.passwordHash ?? null, password)
  if (!matches || !person || person.disabledAt) throw new DomainError('forbidden', 'wrong-credentials')
  await forgetAttempts(db, attempt)
  return { personId: person.id }
}
