import type { Insertable, Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MailMessageTable } from '#db/schema/mail'
import type { Actor } from '../auth/actor.shared'

export type NewMessage = Pick<
  Insertable<MailMessageTable>,
  | 'kind'
  | 'meetingId'
  | 'personId'
  | 'toName'
  | 'toAddress'
  | 'subject'
  | 'text'
  | 'html'
  | 'calendar'
  | 'calendarMethod'
>

/**
 * Puts messages in the outbox, in the transaction that they tell about: they are sent once that commits, by `sendDueMail`, and wait as long
 * as there is no mail server.
 */
export async function queueMail(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'groupId' | 'mandate'>,
  messages: NewMessage[],
): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(message => ({ ...message, groupId: actor.groupId, queuedBy: actor.mandate.id }))
  await trx.insertInto('mailMessage').values(rows).execute()
}
