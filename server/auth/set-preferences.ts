import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from './actor.shared'

/** Keeps the language somebody reads in. A taste, not an act of the group: it leaves no activity. */
export async function setLocale(db: Kysely<Database>, actor: Actor, locale: 'nl' | 'en'): Promise<void> {
  await db.updateTable('person').set({ locale }).where('id', '=', actor.personId).execute()
}

/** Keeps the colours somebody reads in; 'system' follows the device. */
export async function setTheme(db: Kysely<Database>, actor: Actor, theme: 'light' | 'dark' | 'system'): Promise<void> {
  await db
    .updateTable('person')
    .set({ theme: theme === 'system' ? null : theme })
    .where('id', '=', actor.personId)
    .execute()
}
