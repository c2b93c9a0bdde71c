import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { freezeVersions } from '../documents/freeze-versions'
import { DomainError } from '../errors'
import { currentPlan } from '../plans/plan-queries'
import type { FreezeBaselineInput } from './baseline.shared'
import { mayFreezeBaseline } from './baseline-access.shared'

/**
 * Freezes the plan that the group works on as it stands at this moment: of every measure its place, its dates and
 * milestones, who leads it, and a version of its text. What is frozen stands; the database refuses to change it.
 * @returns the baseline's id
 * @throws DomainError `forbidden`; `not-found` for a group without a plan; `invalid` `plan-empty` for a plan without measures
 */
export async function freezeBaseline(
  trx: Transaction<Database>,
  actor: Actor,
  { name, reason, datedOn, note }: FreezeBaselineInput,
): Promise<string> {
  if (!mayFreezeBaseline(actor)) throw new DomainError('forbidden')
  const planId = await lockPlan(trx, actor)
  const documentIds = await lockMeasures(trx, planId)
  if (documentIds.length === 0) throw new DomainError('invalid', 'plan-empty')
  const versions = await freezeVersions(trx, actor, { documentIds, reason: 'baseline' })

  const id = randomUUID()
  const { last } = await trx
    .selectFrom('baseline')
    .select(eb => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('baseline')
    .values({ id, planId, number: last + 1, name, reason, datedOn, note, frozenBy: actor.mandate.id })
    .execute()
  await freezeMeasures(trx, { id, planId, versions })
  await freezeMilestones(trx, { id, planId })
  await recordActivity(trx, actor, {
    verb: 'baseline.frozen',
    subjectType: 'baseline',
    subjectId: id,
    topics: ['baselines', 'measures'],
    after: { name, reason, datedOn, number: last + 1, measures: documentIds.length },
  })
  return id
}

/** Of two who freeze at the same moment, the second waits; and no measure comes in between. */
async function lockPlan(trx: Transaction<Database>, actor: Actor): Promise<string> {
  const plan = await trx
    .selectFrom('plan')
    .select('plan.id')
    .where('plan.id', '=', eb => currentPlan(eb, actor))
    .forUpdate()
    .executeTakeFirst()
  if (!plan) throw new DomainError('not-found')
  return plan.id
}

async function lockMeasures(trx: Transaction<Database>, planId: string): Promise<string[]> {
  const measures = await trx
    .selectFrom('measure')
    .select('documentId')
    .where('planId', '=', planId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return measures.map(measure => measure.documentId)
}

async function freezeMeasures(
  trx: Transaction<Database>,
  { id, planId, versions }: { id: string; planId: string; versions: Map<string, string> },
): Promise<void> {
  await sql`
    insert into baseline_measure (
      baseline_id, measure_id, number, title, kind, level, status, priority_id, priority_position, priority_title,
      axis_id, axis_name, horizon_from, horizon_to, starts_on, ends_on, lead_body_id, document_version_id
    )
    select ${id}, measure.id, measure.number, measure.title, measure.kind, measure.level, measure.status,
      priority.id, priority.position, priority.title, axis.id, axis.name, measure.horizon_from, measure.horizon_to,
      measure.starts_on, measure.ends_on,
      lead.body_id, frozen.version_id
    from measure
    join priority on priority.id = measure.priority_id
    join unnest(${[...versions.keys()]}::uuid[], ${[...versions.values()]}::uuid[]) as frozen (document_id, version_id)
      on frozen.document_id = measure.document_id
    left join axis on axis.id = measure.axis_id
    left join responsibility lead
      on lead.measure_id = measure.id and lead.role = 'lead' and lead.state = 'accepted'
    where measure.plan_id = ${planId}`.execute(trx)
}

async function freezeMilestones(trx: Transaction<Database>, { id, planId }: { id: string; planId: string }) {
  await sql`
    insert into baseline_milestone (
      baseline_id, measure_id, milestone_id, label, planned_for, reached_on, is_dropped
    )
    select ${id}, measure.id, milestone.id, milestone.label, milestone.planned_for, milestone.reached_on,
      milestone.dropped_reason is not null
    from milestone join measure on measure.id = milestone.measure_id
    where measure.plan_id = ${planId}`.execute(trx)
}
