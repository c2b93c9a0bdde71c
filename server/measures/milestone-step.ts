import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MilestoneStep } from '#db/schema/vocabulary'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'

interface Step {
  step: MilestoneStep
  plannedBefore?: string | null
  plannedAfter?: string | null
  reason?: string | undefined
  /** under which it is taken */
  mandateId: string
}

/** Puts a step of a milestone on its record. */
export async function recordStep(
  trx: Transaction<Database>,
  milestoneId: string,
  { step, plannedBefore = null, plannedAfter = null, reason, mandateId }: Step,
): Promise<void> {
  await trx
    .insertInto('milestoneStep')
    .values({ milestoneId, step, plannedBefore, plannedAfter, reason: reason ?? null, mandateId })
    .execute()
}

/** Records what was done to a milestone as an activity of its measure, for every page that shows it. */
export async function recordMilestoneActivity(
  trx: Transaction<Database>,
  actor: Actor,
  milestone: { id: string; measureId: string; label: string },
  { verb, mandateId, before, after }: { verb: string; mandateId: string; before?: object; after?: object },
): Promise<void> {
  await recordActivity(
    trx,
    { ...actor, mandate: { id: mandateId } },
    {
      verb: `milestone.${verb}`,
      subjectType: 'measure',
      subjectId: milestone.measureId,
      topics: [`measure:${milestone.measureId}`, 'measures'],
      ...(before && { before }),
      after: { milestoneId: milestone.id, milestone: milestone.label, ...after },
    },
  )
}
