import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Deliver } from './mail-server'

const AT_ONCE = 20
const MOST_TRIES = 8
/** A node that took a message and died is not waited for any longer, in minutes. */
const LEASE = 10

/**
 * Sends what waits and is due, a part of it at a time until nothing is left. A message is taken by one node only. What fails is tried again
 * after 2, 4, 8… minutes; what the mail server refuses for good, or refused eight times, is given up. Should a node die
 * between the mail server's yes and our note of it, the message goes out once more under the same id.
 * @returns how many messages were tried
 */
export async function sendDueMail(db: Kysely<Database>, deliver: Deliver): Promise<number> {
  await giveUpTooLate(db)
  let tried = 0
  for (let taken = await takeDue(db); taken.length > 0; taken = await takeDue(db)) {
    tried += taken.length
    await Promise.all(taken.map(message => send(db, deliver, message)))
  }
  return tried
}

/** An invitation to what has begun helps nobody. */
async function giveUpTooLate(db: Kysely<Database>): Promise<void> {
  await sql`
    with late as (
      update mail_message set given_up_at = now()
      from meeting
      where meeting.id = mail_message.meeting_id and meeting.starts_at < now() and kind = 'meeting-invitation'
        and sent_at is null and given_up_at is null and replaced_at is null
      returning mail_message.id
    )
    insert into mail_attempt (message_id, outcome, reason) select id, 'failed', 'too late' from late`.execute(db)
}

interface Taken {
  id: string
  tries: number
  toName: string
  toAddress: string
  subject: string
  text: string
  html: string
  calendar: string | null
  calendarMethod: string | null
  replyName: string | null
  replyAddress: string | null
}

async function takeDue(db: Kysely<Database>): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with due as (
      select id from mail_message
      where sent_at is null and given_up_at is null and replaced_at is null and next_try_at <= now()
      order by next_try_at limit ${AT_ONCE} for update skip locked
    ), taken as (
      update mail_message message
      set tries = tries + 1, next_try_at = now() + ${LEASE} * interval '1 minute'
      from due where due.id = message.id
      returning message.*
    )
    select taken.id, tries, to_name, to_address, subject, text, html, calendar, calendar_method,
      person.name as reply_name, person.email as reply_address
    from taken
    left join mandate on mandate.id = taken.queued_by
    left join person on person.id = mandate.person_id and person.disabled_at is null`.execute(db)
  return rows
}

async function send(db: Kysely<Database>, deliver: Deliver, message: Taken): Promise<void> {
  const { id, toName, toAddress, subject, text, html, calendar, calendarMethod, replyName, replyAddress } = message
  try {
    await deliver({
      ...{ id, subject, text, html },
      to: { name: toName, address: toAddress },
      replyTo: replyName && replyAddress ? { name: replyName, address: replyAddress } : null,
      calendar: calendar && calendarMethod ? { content: calendar, method: calendarMethod } : null,
    })
  } catch (error) {
    return noteFailure(db, message, error as Error & { isFinal?: boolean })
  }
  await db.transaction().execute(async trx => {
    await trx.updateTable('mailMessage').set({ sentAt: sql`now()` }).where('id', '=', id).execute()
    await trx.insertInto('mailAttempt').values({ messageId: id, outcome: 'sent', reason: null }).execute()
  })
}

async function noteFailure(db: Kysely<Database>, { id, tries }: Taken, error: Error & { isFinal?: boolean }) {
  const isOver = error.isFinal || tries >= MOST_TRIES
  await db.transaction().execute(async trx => {
    await trx
      .updateTable('mailMessage')
      .set(isOver ? { givenUpAt: sql`now()` } : { nextTryAt: sql`now() + ${2 ** tries} * interval '1 minute'` })
      .where('id', '=', id)
      .execute()
    await trx.insertInto('mailAttempt').values({ messageId: id, outcome: 'failed', reason: error.message }).execute()
  })
}
