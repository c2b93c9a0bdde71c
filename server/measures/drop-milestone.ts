import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { tellDependants } from '../dependencies/tell-dependants'
import { DomainError } from '../errors'
import { lockMilestone } from './lock-milestone'
import type { DropMilestoneInput, ResumeMilestoneInput } from './milestone.shared'
import { mayPlanMilestones } from './milestone-access.shared'
import { recordMilestoneActivity, recordStep } from './milestone-step'

/**
 * Says that a milestone will not come, and why. It stays on the page, struck through, and is never late.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `changed-meanwhile` when it was reached or dropped already
 */
export async function dropMilestone(
  trx: Transaction<Database>,
  actor: Actor,
  { milestoneId, reason }: DropMilestoneInput,
): Promise<void> {
  const milestone = await lockMilestone(trx, actor, milestoneId)
  const mandate = mayPlanMilestones(actor, milestone)
  if (!mandate) throw new DomainError('forbidden')
  const { measureId, label, reachedOn, droppedReason } = milestone
  if (reachedOn !== null || droppedReason !== null) throw new DomainError('conflict', 'changed-meanwhile')
  await trx.updateTable('milestone').set({ droppedReason: reason }).where('id', '=', milestoneId).execute()
  await recordStep(trx, milestoneId, { step: 'dropped', reason, mandateId: mandate.id })
  await recordMilestoneActivity(trx, actor, milestone, {
    verb: 'dropped',
    mandateId: mandate.id,
    after: { reason },
  })
  await tellDependants(trx, { ...actor, mandate: { id: mandate.id } }, measureId, {
    verb: 'dependency.milestone-dropped',
    after: { milestone: label },
  })
}

/**
 * Takes up a milestone that was dropped, as it was planned.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `changed-meanwhile` when it is not dropped
 */
export async function resumeMilestone(
  trx: Transaction<Database>,
  actor: Actor,
  { milestoneId }: ResumeMilestoneInput,
): Promise<void> {
  const milestone = await lockMilestone(trx, actor, milestoneId)
  const mandate = mayPlanMilestones(actor, milestone)
  if (!mandate) throw new DomainError('forbidden')
  if (milestone.droppedReason === null) throw new DomainError('conflict', 'changed-meanwhile')
  await trx.updateTable('milestone').set({ droppedReason: null }).where('id', '=', milestoneId).execute()
  await recordStep(trx, milestoneId, { step: 'resumed', mandateId: mandate.id })
  await recordMilestoneActivity(trx, actor, milestone, {
    verb: 'resumed',
    mandateId: mandate.id,
    before: { droppedReason: milestone.droppedReason },
  })
}
