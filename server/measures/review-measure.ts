import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { DomainError } from '../errors'
import { lockMeasure } from './lock-measure'
import { REVIEW_AFTER_MONTHS, type ReviewMeasureInput } from './measure.shared'
import { reviewMandate } from './measure-access.shared'

/**
 * Says that somebody looked a measure through today and it still holds. It is due again after `REVIEW_AFTER_MONTHS`; what is
 * done or stopped is not.
 * @returns the day on which it is due again, 'YYYY-MM-DD'; null for never
 * @throws DomainError `not-found`; `forbidden` for whom is neither an editor nor speaks for the accepted lead
 */
export async function reviewMeasure(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId }: ReviewMeasureInput,
): Promise<string | null> {
  const { status, reviewedOn, reviewDueOn } = await lockMeasure(trx, actor, measureId)
  const leads = await trx
    .selectFrom('responsibility')
    .select('bodyId')
    .where('measureId', '=', measureId)
    .where('role', '=', 'lead')
    .where('state', '=', 'accepted')
    .execute()
  const mandate = reviewMandate(actor, leads)
  if (!mandate) throw new DomainError('forbidden')
  const isOver = status === 'done' || status === 'stopped'
  const reviewed = await trx
    .updateTable('measure')
    .set({
      reviewedOn: today,
      reviewedBy: mandate.id,
      reviewDueOn: isOver ? null : sql<string>`(${today} + make_interval(months => ${REVIEW_AFTER_MONTHS}))::date`,
    })
    .where('id', '=', measureId)
    .returning(['reviewedOn', 'reviewDueOn'])
    .executeTakeFirstOrThrow()
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'measure.reviewed',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`, 'measures'],
      before: { reviewedOn, reviewDueOn },
      after: reviewed,
    },
  )
  return reviewed.reviewDueOn
}
