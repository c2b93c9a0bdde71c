import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { findBaseline } from './baseline-queries'
import { type FrozenMeasure, type FrozenMilestone, measureSlippage, type PlanSlippage } from './slippage.shared'
import { readMeasures, readMilestones } from './slippage-rows'

/**
 * Holds the plan as it is against a baseline: three queries, however many measures there are.
 * @param asked `baselineId`: the newest when none is named; `measureId`: only that measure
 * @returns null for a plan without baselines
 * @throws DomainError `not-found` for a baseline that is not the group's
 */
export async function readSlippage(
  db: Kysely<Database>,
  actor: Actor,
  { baselineId, measureId }: { baselineId?: string | undefined; measureId?: string } = {},
): Promise<PlanSlippage | null> {
  const found = await findBaseline(db, actor, baselineId)
  if (!found) return null
  const { planId, ...baseline } = found
  const asked = { baselineId: baseline.id, planId, measureId }
  const [measures, milestones] = await Promise.all([readMeasures(db, asked), readMilestones(db, asked)])

  const pairs = new Map<string, { was: FrozenMeasure | null; now: FrozenMeasure | null }>()
  const own = milestonesOf(milestones)
  for (const { side, measure } of measures) {
    const pair = pairs.get(measure.id) ?? { was: null, now: null }
    pairs.set(measure.id, pair)
    pair[side] = { ...measure, milestones: own(side, measure.id) }
  }
  return { baseline, measures: [...pairs.values()].map(({ was, now }) => measureSlippage(was, now)) }
}

function milestonesOf(rows: (FrozenMilestone & { side: string; measureId: string })[]) {
  const found = new Map<string, FrozenMilestone[]>()
  for (const { side, measureId, ...milestone } of rows) {
    const key = `${side} ${measureId}`
    const known = found.get(key)
    if (known) known.push(milestone)
    else found.set(key, [milestone])
  }
  return (side: string, measureId: string) => found.get(`${side} ${measureId}`) ?? []
}
