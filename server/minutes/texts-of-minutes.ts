import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'

/** @returns the documents in which is written what was said at a meeting, one for each item */
export async function textsOfMinutes(db: Kysely<Database>, meetingId: string): Promise<string[]> {
  const texts = await db
    .selectFrom('document')
    .innerJoin('agendaItem', 'agendaItem.id', 'document.subjectId')
    .select('document.id')
    .where('document.subjectType', '=', 'agenda-item')
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('document.id')
    .execute()
  return texts.map(({ id }) => id)
}
