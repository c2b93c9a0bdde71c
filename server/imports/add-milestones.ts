import { randomUUID } from 'node:crypto'
import { recordActivities } from '../activity/record-activity'
import { changeMilestone } from '../measures/change-milestone'
import { dropMilestone } from '../measures/drop-milestone'
import type { Carrying } from './carrying'
import { inParts } from './in-parts'
import type { MilestoneWork } from './judge-milestones'

/** Makes the milestones that a file brings, and changes those that are there: the reason of a move is the row that asks it. */
export async function addMilestones(
  { trx, actor, fileName, idOf, sourceOf }: Carrying,
  works: MilestoneWork[],
): Promise<void> {
  const made = works.flatMap(work => (work.isNew ? [{ ...work, id: randomUUID(), measureId: idOf(work.measure) }] : []))
  const madeBy = actor.mandate.id
  const rows = made.map(
    ({ id, measureId, label, plannedFor, reachedOn, droppedReason, source, certainty, isDemo }) => ({
      ...{ id, measureId, label, plannedFor, reachedOn, droppedReason, source, certainty, isDemo, madeBy },
    }),
  )
  await inParts(rows, part => trx.insertInto('milestone').values(part).execute())
  const activities = made.map(({ id, measureId, label, plannedFor, reachedOn, row }) => ({
    verb: 'milestone.imported',
    subjectType: 'measure',
    subjectId: measureId,
    topics: [`measure:${measureId}`, 'measures'],
    after: {
      ...{ milestoneId: id, milestone: label, fileName, row },
      ...(plannedFor && { plannedFor }),
      ...(reachedOn && { reachedOn }),
    },
  }))
  await inParts(activities, part => recordActivities(trx, actor, part))
  for (const work of works) {
    if (work.isNew) continue
    const { milestoneId, changes, drops, row } = work
    if (changes.length > 0) await changeMilestone(trx, actor, { milestoneId, changes, reason: sourceOf(row) })
    if (drops) await dropMilestone(trx, actor, { milestoneId, reason: drops })
  }
}
