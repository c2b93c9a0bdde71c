import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { MailCount } from '../mail/mail.shared'
import type { LastReminder } from './reminder.shared'

/** Counts the reminders to the members of a group: those that wait, and what became of the others in the last month. */
export async function countReminders(db: Kysely<Database>, { groupId }: Pick<Actor, 'groupId'>): Promise<MailCount> {
  const { rows } = await sql<MailCount>`
    select count(*) filter (where sent_at is null and given_up_at is null)::int as waiting,
      count(sent_at)::int as sent, count(given_up_at)::int as failed, max(queued_at) as last_at,
      (select reason from mail_attempt attempt
        join mail_message message on message.id = attempt.message_id
        where message.group_id = ${groupId} and message.kind = 'follow-up-reminder' and message.sent_at is null
          and message.replaced_at is null and attempt.reason is not null
        order by attempt.id desc limit 1) as reason
    from mail_message
    where group_id = ${groupId} and kind = 'follow-up-reminder' and (replaced_at is null or sent_at is not null)
      and (queued_at > now() - interval '1 month' or (sent_at is null and given_up_at is null))`.execute(db)
  return rows[0] as MailCount
}

/** @returns the last reminder of each of these actions that somebody was reminded of */
export async function lastReminders(db: Kysely<Database>, actionIds: string[]): Promise<Record<string, LastReminder>> {
  if (actionIds.length === 0) return {}
  const rows = await db
    .selectFrom('followUpReminder')
    .innerJoin('mailMessage', 'mailMessage.id', 'followUpReminder.messageId')
    .distinctOn('actionItemId')
    .select(['actionItemId', 'remindedAt'])
    .select(sql<boolean>`mail_message.sent_at is not null`.as('isSent'))
    .where('actionItemId', 'in', actionIds)
    .where('mailMessage.replacedAt', 'is', null)
    .orderBy('actionItemId')
    .orderBy('remindedAt', 'desc')
    .orderBy('isSent', 'desc')
    .execute()
  return Object.fromEntries(rows.map(row => [row.actionItemId, { at: row.remindedAt, isSent: row.isSent }]))
}
