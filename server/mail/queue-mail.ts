import type { Insertable, RawBuilder, Transaction } from 'kysely'
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

/** The same for what nobody did: it is time to write. Each message names its group, has an id of its own, and says from when on it may go out. */
export async function queueMailOfSystem(
  trx: Transaction<Database>,
  messages: (NewMessage & { id: string; groupId: string; nextTryAt: RawBuilder<Date> })[],
): Promise<void> {
  if (messages.length > 0) await trx.insertInto('mailMessage').values(messages).execute()
}
