import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MailMessageTable } from '#db/schema/mail'

/**
 * Holds the messages of a kind that wait and that no node began to send, until the transaction ends.
 * @returns their ids
 */
export async function takeWaiting(trx: Transaction<Database>, kind: MailMessageTable['kind']): Promise<string[]> {
  const waiting = await trx
    .selectFrom('mailMessage')
    .select('id')
    .where('kind', '=', kind)
    .where('tries', '=', 0)
    .where(({ and, eb }) => and([eb('sentAt', 'is', null), eb('givenUpAt', 'is', null), eb('replacedAt', 'is', null)]))
    .forUpdate()
    .skipLocked()
    .execute()
  return waiting.map(({ id }) => id)
}

/** Those that wait and invite to a meeting are not sent any more, as far as no node began to: newer ones say how it stands. */
export async function replaceInvitations(trx: Transaction<Database>, meetingId: string): Promise<void> {
  await trx
    .updateTable('mailMessage')
    .set({ replacedAt: sql`now()` })
    .where('kind', '=', 'meeting-invitation')
    .where('meetingId', '=', meetingId)
    .where('tries', '=', 0)
    .where(({ and, eb }) => and([eb('sentAt', 'is', null), eb('givenUpAt', 'is', null), eb('replacedAt', 'is', null)]))
    .execute()
}

/** Of those that were taken, the messages to these people in these groups are not sent any more: a newer one says all that they say. */
export async function replaceWaiting(
  trx: Transaction<Database>,
  waiting: string[],
  people: { groupId: string; personId: string }[],
): Promise<void> {
  if (waiting.length === 0 || people.length === 0) return
  await sql`
    update mail_message message set replaced_at = now()
    from unnest(${people.map(({ groupId }) => groupId)}::uuid[], ${people.map(({ personId }) => personId)}::uuid[])
      as newer (group_id, person_id)
    where message.id = any(${waiting}::uuid[])
      and message.group_id = newer.group_id and message.person_id = newer.person_id`.execute(trx)
}
