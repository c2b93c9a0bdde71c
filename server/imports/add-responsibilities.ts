import { randomUUID } from 'node:crypto'
import { recordActivities } from '../activity/record-activity'
import type { Carrying } from './carrying'
import { inParts } from './in-parts'
import type { ResponsibilityWork } from './judge-responsibilities'

/**
 * Asks bodies what a file asks them, and puts on record what they had accepted where it comes from. Who is asked to lead
 * beside an accepted lead is asked to take over from it.
 */
export async function addResponsibilities(
  { trx, actor, fileName, idOf }: Carrying,
  works: ResponsibilityWork[],
): Promise<void> {
  const made = works.map(work => ({ ...work, id: randomUUID(), measureId: idOf(work.measure) }))
  const isLead = ({ role, state }: ResponsibilityWork) => role === 'lead' && state === 'accepted'
  const leads = new Map(made.filter(isLead).map(({ measureId, id }) => [measureId, id]))
  const rows = made.map(({ id, measureId, bodyId, role, state, personId, source, certainty, isDemo }) => ({
    ...{ id, measureId, bodyId, role, state, personId, source, certainty, isDemo },
    followsId: role === 'lead' && state === 'proposed' ? (leads.get(measureId) ?? null) : null,
    // Nobody asked here for what was accepted elsewhere.
    proposedBy: state === 'proposed' ? actor.mandate.id : null,
  }))
  // What is followed is there before what follows it.
  const ordered = [...rows.filter(row => !row.followsId), ...rows.filter(row => row.followsId)]
  await inParts(ordered, part => trx.insertInto('responsibility').values(part).execute())
  const activities = made.map(({ id, measureId, bodyId, role, state, row }) => ({
    verb: state === 'proposed' ? 'responsibility.proposed' : 'responsibility.imported',
    subjectType: 'measure',
    subjectId: measureId,
    topics: [`measure:${measureId}`, 'measures'],
    after: { responsibilityId: id, bodyId, role, fileName, row },
  }))
  await inParts(activities, part => recordActivities(trx, actor, part))
}
