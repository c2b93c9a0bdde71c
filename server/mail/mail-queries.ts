import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MailMessageTable } from '#db/schema/mail'
import type { MailCount } from './mail.shared'

/** Counts the messages of one kind about a meeting, but for those that a newer one replaced before they were sent. The caller has checked that the reader may see it. */
export async function countMail(
  db: Kysely<Database>,
  meetingId: string,
  kind: MailMessageTable['kind'],
): Promise<MailCount> {
  const { rows } = await sql<MailCount>`
    select count(*) filter (where sent_at is null and given_up_at is null)::int as waiting,
      count(sent_at)::int as sent, count(given_up_at)::int as failed, max(queued_at) as last_at,
      (select reason from mail_attempt attempt
        join mail_message message on message.id = attempt.message_id
        where message.meeting_id = ${meetingId} and message.kind = ${kind} and message.sent_at is null
          and message.replaced_at is null
          and attempt.reason is not null
        order by attempt.id desc limit 1) as reason
    from mail_message
    where meeting_id = ${meetingId} and kind = ${kind} and (replaced_at is null or sent_at is not null)`.execute(db)
  return rows[0] as MailCount
}
