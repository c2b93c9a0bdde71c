import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivityOfSystem } from '../activity/record-activity'
import { queueMailOfSystem } from '../mail/queue-mail'
import { replaceWaiting, takeWaiting } from '../mail/replace-waiting'
import { type DueItem, readDueItems } from './due-items'
import type { WordsOfReminders } from './reminder-words'
import { writeReminder } from './write-reminder'

export interface RemindOptions {
  /** the address of this installation; undefined: not known */
  base: string | undefined
  words: WordsOfReminders
}

/**
 * Writes to everybody who carries an action that is due within a week or late, or may apply an effect that waits: one message with all
 * of it, and of each once a week at most. What still waits to be sent is replaced by the newer message. Safe to call from
 * several nodes at once: one does it, the others leave it.
 * @returns how many messages were put in the outbox
 */
export async function remindOwners(db: Kysely<Database>, options: RemindOptions): Promise<number> {
  return db.transaction().execute(async trx => {
    // A statement of its own: what is read below is then read after another node has committed.
    const { isMine } = await trx
      .selectNoFrom(sql<boolean>`pg_try_advisory_xact_lock(hashtext('samenspraak reminders'))`.as('isMine'))
      .executeTakeFirstOrThrow()
    return isMine ? remind(trx, options) : 0
  })
}

async function remind(trx: Transaction<Database>, { base, words }: RemindOptions): Promise<number> {
  const waiting = await takeWaiting(trx, 'follow-up-reminder')
  const due = await readDueItems(trx, waiting)
  const digests = byPerson(due).filter(({ items }) => items.some(item => item.isFresh))
  if (digests.length === 0) return 0
  await replaceWaiting(trx, waiting, digests)
  await queueMailOfSystem(
    trx,
    digests.map(({ id, groupId, groupName, personId, name, email, locale, items }) => ({
      ...{ id, kind: 'follow-up-reminder', groupId, meetingId: null, personId, toName: name, toAddress: email },
      ...writeReminder({ name, groupName }, items, { base, words: words[locale ?? 'nl'] }),
      ...{ calendar: null, calendarMethod: null, nextTryAt: inTheMorning },
    })),
  )
  const reminded = digests.flatMap(({ id: messageId, items }) => items.map(item => ({ messageId, ...item })))
  await trx
    .insertInto('followUpReminder')
    .values(
      reminded.map(({ messageId, kind, id }) => ({
        messageId,
        actionItemId: kind === 'action' ? id : null,
        effectId: kind === 'effect' ? id : null,
      })),
    )
    .execute()
  for (const groupId of new Set(digests.map(digest => digest.groupId))) {
    const people = digests.filter(digest => digest.groupId === groupId)
    const items = new Set(people.flatMap(digest => digest.items.map(({ id }) => id)))
    await recordActivityOfSystem(trx, groupId, {
      verb: 'follow-up.reminded',
      subjectType: 'group',
      subjectId: groupId,
      topics: ['actions'],
      after: { people: people.length, items: items.size },
    })
  }
  return digests.length
}

/** What each person gets in one message, of the id that it will have. */
function byPerson(due: DueItem[]) {
  const digests = new Map<string, Omit<DueItem, 'id'> & { id: string; items: DueItem[] }>()
  for (const item of due) {
    const key = `${item.groupId} ${item.personId}`
    const digest = digests.get(key)
    if (digest) digest.items.push(item)
    else digests.set(key, { ...item, id: randomUUID(), items: [item] })
  }
  return [...digests.values()]
}

/** Nobody is written to in the night: from seven in the morning, in Brussels. */
const inTheMorning = sql<Date>`greatest(now(),
  (date_trunc('day', now() at time zone 'Europe/Brussels') + interval '7 hours') at time zone 'Europe/Brussels')`
