import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import { DomainError } from '../errors'
import type { PasswordInput } from './account.shared'
import type { Actor } from './actor.shared'
import { hashPassword, verifyPassword } from './password'
import { forgetAttempts, recordAttempt } from './sign-in-attempts'

/**
 * Changes one's own password, and ends every other session: whoever knew the old one is out. Makes its own transaction, since
 * a failed attempt has to be remembered.
 * @param input `address`: where the request comes from; guesses count as attempts to sign in
 * @throws DomainError 'forbidden' (wrong-password, field currentPassword); 'too-many' (too-many-attempts, as signing in)
 */
export async function changePassword(
  db: Kysely<Database>,
  actor: Actor,
  { currentPassword, newPassword, address }: PasswordInput & { address: string },
): Promise<void> {
  const attempt = await recordAttempt(db, { email: actor.email, address })
  const { passwordHash } = await db
    .selectFrom('person')
    .select('passwordHash')
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    throw new DomainError('forbidden', 'wrong-password', 'currentPassword')
  }
  await forgetAttempts(db, attempt)

  const newHash = await hashPassword(newPassword)
  await db.transaction().execute(async trx => {
    await trx.updateTable('person').set({ passwordHash: newHash }).where('id', '=', actor.personId).execute()
    await trx.deleteFrom('session').where('userId', '=', actor.personId).where('id', '!=', actor.sessionId).execute()
    await recordActivity(trx, actor, {
      verb: 'person.password-changed',
      subjectType: 'person',
      subjectId: actor.personId,
      topics: [],
    })
  })
}
