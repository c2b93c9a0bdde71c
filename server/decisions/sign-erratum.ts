import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { SignErratumInput } from './decision.shared'
import { maySignErratum } from './decision-access.shared'

/**
 * Puts a signed correction beside a decision. What was recorded stands; the correction shows with it for ever.
 * @throws DomainError `not-found`; `forbidden`
 */
export async function signErratum(
  trx: Transaction<Database>,
  actor: Actor,
  { decisionId, text }: SignErratumInput,
): Promise<void> {
  const decision = await trx
    .selectFrom('decision')
    .select(['id', 'meetingId'])
    .where('id', '=', decisionId)
    .where('groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!decision) throw new DomainError('not-found')
  if (!maySignErratum(actor)) throw new DomainError('forbidden')
  await trx.insertInto('decisionErratum').values({ decisionId, text, mandateId: actor.mandate.id }).execute()
  await recordActivity(trx, actor, {
    verb: 'decision.corrected',
    subjectType: 'decision',
    subjectId: decisionId,
    topics: [`decision:${decisionId}`, 'decisions', `meeting:${decision.meetingId}`],
    after: { text },
  })
}
