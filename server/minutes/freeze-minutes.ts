import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { assembleMinutes } from './assemble-minutes'
import { canonical, hashOf } from './canonical'

/**
 * Keeps all that minutes say in a canonical form, with its hash. Nobody writes in their texts while that is done, nor ever after: the
 * database closes them with the status of the meeting. The caller holds the minutes (`lockMinutes`) and has checked the rule.
 */
export async function freezeMinutes(trx: Transaction<Database>, actor: Actor, meetingId: string): Promise<void> {
  const texts = await trx
    .selectFrom('document')
    .innerJoin('agendaItem', 'agendaItem.id', 'document.subjectId')
    .select('document.id')
    .where('document.subjectType', '=', 'agenda-item')
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('document.id')
    .forUpdate('document')
    .execute()
  const { content } = await assembleMinutes(trx, actor, meetingId)
  const written = canonical(content)
  const hash = hashOf(written)
  await trx.updateTable('meeting').set({ status: 'minutes-approved' }).where('id', '=', meetingId).execute()
  await trx
    .updateTable('minutes')
    .set({ frozenAt: sql`now()`, frozenBy: actor.mandate.id, content: written, hash })
    .where('meetingId', '=', meetingId)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'minutes.frozen',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings', ...texts.map(({ id }) => `document:${id}`)],
    before: { status: 'concluded' },
    after: { status: 'minutes-approved', hash },
  })
}
