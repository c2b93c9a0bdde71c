import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { tellDependants } from '../dependencies/tell-dependants'
import { DomainError } from '../errors'
import { refuseToCome } from './add-milestone'
import { lockMilestone } from './lock-milestone'
import type { ChangeMilestoneInput, MilestoneChange } from './milestone.shared'
import { mayPlanMilestones } from './milestone-access.shared'
import { recordMilestoneActivity, recordStep } from './milestone-step'
import { shiftBetween } from './partial-date.shared'

type Milestone = Awaited<ReturnType<typeof lockMilestone>>
type Changed = { [Field in MilestoneChange['field']]?: Extract<MilestoneChange, { field: Field }>['value'] }

/**
 * Changes what a milestone is called, moves it, or says when it was reached. Each change says what the field was when it
 * began. To move it needs a reason, which stays on record; to say more precisely when, within what was said, does not. Who
 * carries what depends on its measure is told of a move.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `changed-meanwhile` with the field; `invalid` `reason-required`
 *   (`reason`); `invalid` `required` (`plannedFor`) when no date would be left; `invalid` `not-happened-yet` (`reachedOn`);
 *   `conflict` `milestone-dropped` (`reachedOn`) for one that was dropped
 */
export async function changeMilestone(
  trx: Transaction<Database>,
  actor: Actor,
  { milestoneId, changes, reason }: ChangeMilestoneInput,
): Promise<void> {
  const milestone = await lockMilestone(trx, actor, milestoneId)
  const mandate = mayPlanMilestones(actor, milestone)
  if (!mandate) throw new DomainError('forbidden')
  const real = changes.filter(({ field, before, value }) => value !== before && value !== milestone[field])
  if (real.length === 0) return
  const overtaken = real.find(change => change.before !== milestone[change.field])
  if (overtaken) throw new DomainError('conflict', 'changed-meanwhile', overtaken.field)

  const changed: Changed = Object.fromEntries(real.map(({ field, value }) => [field, value]))
  await check(trx, milestone, changed)
  const { plannedFor } = changed
  const isMoved = plannedFor != null && isMove(milestone.plannedFor, plannedFor)
  if (isMoved && !reason) throw new DomainError('invalid', 'reason-required', 'reason')

  await trx
    .updateTable('milestone')
    .set({ ...changed, certainty: null })
    .where('id', '=', milestoneId)
    .execute()
  const step = { plannedBefore: milestone.plannedFor, plannedAfter: plannedFor, reason, mandateId: mandate.id }
  if (isMoved) await recordStep(trx, milestoneId, { ...step, step: 'moved' })
  await recordMilestoneActivity(
    trx,
    actor,
    { ...milestone, ...changed },
    {
      verb: verbOf(milestone, changed, isMoved),
      mandateId: mandate.id,
      before: Object.fromEntries(real.map(({ field }) => [field, milestone[field]])),
      after: { ...changed, ...(reason && { reason }) },
    },
  )
  if (isMoved) {
    const { measureId, label, plannedFor: from } = milestone
    await tellDependants(trx, { ...actor, mandate: { id: mandate.id } }, measureId, {
      verb: 'dependency.moved',
      after: { milestone: changed.label ?? label, from, to: plannedFor },
    })
  }
}

async function check(trx: Transaction<Database>, milestone: Milestone, changed: Changed): Promise<void> {
  const { plannedFor, reachedOn } = { ...milestone, ...changed }
  if (plannedFor === null && reachedOn === null) throw new DomainError('invalid', 'required', 'plannedFor')
  if (!changed.reachedOn) return
  if (milestone.droppedReason !== null) throw new DomainError('conflict', 'milestone-dropped', 'reachedOn')
  await refuseToCome(trx, changed.reachedOn, 'reachedOn')
}

/** To give a first date, or to say within what was said more precisely when, is not to move. */
const isMove = (then: string | null, now: string) => then !== null && shiftBetween(then, now)?.direction !== 'narrowed'

function verbOf(milestone: Milestone, changed: Changed, isMoved: boolean): string {
  if (changed.reachedOn && milestone.reachedOn === null) return 'reached'
  return isMoved ? 'moved' : 'changed'
}
