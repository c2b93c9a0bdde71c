import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'

/**
 * Reads a milestone of the actor's group with who leads its measure, and keeps others from changing it until the
 * transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockMilestone(trx: Transaction<Database>, actor: Actor, milestoneId: string) {
  const milestone = await trx
    .selectFrom('milestone')
    .innerJoin('measure', 'measure.id', 'milestone.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['milestone.id', 'milestone.measureId', 'milestone.label', 'milestone.plannedFor'])
    .select(['milestone.reachedOn', 'milestone.droppedReason'])
    .where('milestone.id', '=', milestoneId)
    .where('plan.groupId', '=', actor.groupId)
    .forUpdate('milestone')
    .executeTakeFirst()
  if (!milestone) throw new DomainError('not-found')
  return { ...milestone, leadBodyId: await findLead(trx, milestone.measureId) }
}

/** @returns the body that has accepted to lead a measure; null: none has */
export async function findLead(trx: Transaction<Database>, measureId: string): Promise<string | null> {
  const lead = await trx
    .selectFrom('responsibility')
    .select('bodyId')
    .where('measureId', '=', measureId)
    .where('role', '=', 'lead')
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return lead?.bodyId ?? null
}
