import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { lookUp } from './codes'
import type { Ids } from './seed-bodies'
import { certaintyOf, sourcePlan } from './source'

/** A plan's id, and those of its axes and priorities. */
export interface SeededPlan {
  id: string
  axisIds: Ids
  priorityIds: Ids
}

/** The action plan with its axes and priorities; what the research warns of stays readable beside it. */
export async function seedPlan(trx: Transaction<Database>, groupId: string): Promise<SeededPlan> {
  const { meta, plan, prioritiesSource, timingNote } = sourcePlan
  const { id } = await trx
    .insertInto('plan')
    .values({
      groupId,
      title: meta.title,
      proposedOn: plan.dateProposed,
      approvedOn: plan.dateApproved,
      note: [meta.warning, prioritiesSource.note, timingNote].join(' '),
      source: plan.title,
      certainty: 'seen',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, axisIds: await seedAxes(trx, id), priorityIds: await seedPriorities(trx, id) }
}

async function seedAxes(trx: Transaction<Database>, planId: string): Promise<Ids> {
  const axes = sourcePlan.actionDomains
  const ids: Ids = Object.fromEntries(axes.map(axis => [axis.id, randomUUID()]))
  await trx
    .insertInto('axis')
    .values(axes.map(axis => ({ id: lookUp(ids, axis.id), planId, position: axis.order, name: axis.name })))
    .execute()
  return ids
}

async function seedPriorities(trx: Transaction<Database>, planId: string): Promise<Ids> {
  const { priorities, prioritiesSource } = sourcePlan
  const ids: Ids = Object.fromEntries(priorities.map(priority => [priority.id, randomUUID()]))
  await trx
    .insertInto('priority')
    .values(
      priorities.map(priority => ({
        id: lookUp(ids, priority.id),
        planId,
        position: priority.order,
        title: priority.title,
        description: priority.description,
        source: prioritiesSource.source,
        certainty: certaintyOf(prioritiesSource.certainty),
      })),
    )
    .execute()
  return ids
}
