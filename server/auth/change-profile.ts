import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import { DomainError } from '../errors'
import type { ProfileInput } from './account.shared'
import type { Actor } from './actor.shared'

/**
 * Changes one's own name and e-mail address. The audit trail tells that an address changed, but not from what to what.
 * @throws DomainError 'conflict' (email-taken, field email)
 */
export async function changeProfile(
  trx: Transaction<Database>,
  actor: Actor,
  { name, email }: ProfileInput,
): Promise<void> {
  const isRenamed = name !== actor.name
  const isMoved = email !== actor.email
  if (!isRenamed && !isMoved) return
  try {
    await trx.updateTable('person').set({ name, email }).where('id', '=', actor.personId).execute()
  } catch (error) {
    const isTaken = (error as { constraint?: string }).constraint === 'person_email'
    throw isTaken ? new DomainError('conflict', 'email-taken', 'email') : error
  }
  const subject = { subjectType: 'person', subjectId: actor.personId, topics: [] }
  if (isRenamed) {
    await recordActivity(trx, actor, {
      ...subject,
      verb: 'person.renamed',
      before: { name: actor.name },
      after: { name },
    })
  }
  if (isMoved) await recordActivity(trx, actor, { ...subject, verb: 'person.email-changed' })
}
