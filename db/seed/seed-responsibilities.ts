import type { Insertable, Transaction } from 'kysely'
import type { Database } from '../schema/index'
import type { ResponsibilityTable } from '../schema/responsibility'
import type { ResponsibilityRole } from '../schema/vocabulary'
import { lookUp } from './codes'
import type { Ids } from './seed-bodies'
import type { SeededMeasure } from './seed-measures'
import { certaintyOf } from './source'

/** In the demo this measure's lead has not answered yet: the plan shows one without an accepted lead. */
export const demoOpenLead = 'm19'

/** What the demo asks of bodies beyond the plan, so that every demo representative finds something to answer. */
const demoProposals: { measure: string; body: string; role: ResponsibilityRole }[] = [
  { measure: 'm18', body: 'zorg', role: 'must-agree' },
  { measure: 'm12', body: 'vsvw', role: 'must-agree' },
  { measure: 'm19', body: 'vvsg', role: 'co-lead' },
  { measure: 'm05', body: 'wse', role: 'must-agree' },
]

interface Involved {
  measures: SeededMeasure[]
  bodyIds: Ids
  /** only in the demo: the mandate under which something was asked */
  demo?: { proposedBy: string } | undefined
}

/**
 * Who leads and who is consulted. Beyond the lead the sources name no roles, so the others are `consulted`, as inferred.
 * The plan that is taken over counts as accepted.
 */
export async function seedResponsibilities(trx: Transaction<Database>, involved: Involved): Promise<void> {
  await trx
    .insertInto('responsibility')
    .values([...fromPlan(involved), ...(involved.demo ? fromDemo(involved, involved.demo) : [])])
    .execute()
}

function fromPlan({ measures, bodyIds, demo }: Involved): Insertable<ResponsibilityTable>[] {
  return measures.flatMap(({ id, source }) => [
    {
      measureId: id,
      bodyId: lookUp(bodyIds, source.leadSectorId),
      role: 'lead',
      state: demo && source.id === demoOpenLead ? 'proposed' : 'accepted',
      source: source.source,
      certainty: certaintyOf(source.fieldCertainty.leadSectorId),
      isDemo: false,
    },
    ...source.involvedSectorIds.map(bodyId => ({
      measureId: id,
      bodyId: lookUp(bodyIds, bodyId),
      role: 'consulted' as const,
      state: 'accepted' as const,
      source: source.source,
      certainty: 'inferred' as const,
      isDemo: false,
    })),
  ])
}

function fromDemo({ measures, bodyIds }: Involved, { proposedBy }: { proposedBy: string }) {
  const measureIds: Ids = Object.fromEntries(measures.map(measure => [measure.source.id, measure.id]))
  return demoProposals.map(({ measure, body, role }) => ({
    measureId: lookUp(measureIds, measure),
    bodyId: lookUp(bodyIds, body),
    role,
    state: 'proposed' as const,
    isDemo: true,
    proposedBy,
  }))
}
