import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MinutesComment } from './minutes.shared'

/** @returns what was said about minutes, the oldest first. The caller has checked that the reader may see the meeting. */
export async function readMinutesComments(db: Kysely<Database>, meetingId: string): Promise<MinutesComment[]> {
  const rows = await db
    .selectFrom('minutesComment')
    .innerJoin('mandate', 'mandate.id', 'minutesComment.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['minutesComment.id', 'agendaItemId', 'text', 'madeAt', 'person.name as personName'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('meetingId', '=', meetingId)
    .orderBy('madeAt')
    .orderBy('minutesComment.id')
    .execute()
  return rows.map(({ bodyId, code, name, colour, ...row }) => ({ ...row, body: { id: bodyId, code, name, colour } }))
}
