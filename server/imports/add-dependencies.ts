import { randomUUID } from 'node:crypto'
import { recordActivities } from '../activity/record-activity'
import type { Carrying } from './carrying'
import { inParts } from './in-parts'
import type { DependencyWork } from './judge-dependencies'

/** Says how measures hang together, as a file says it. */
export async function addDependencies(
  { trx, actor, planId, fileName, idOf }: Carrying,
  works: DependencyWork[],
): Promise<void> {
  const made = works.map(({ from, to, kind, note, isDemo, row }) => ({
    values: {
      id: randomUUID(),
      planId,
      fromId: idOf(from),
      toId: idOf(to),
      kind,
      note,
      isDemo,
      madeBy: actor.mandate.id,
    },
    row,
  }))
  await inParts(made, part =>
    trx
      .insertInto('dependency')
      .values(part.map(({ values }) => values))
      .execute(),
  )
  const activities = made.map(({ values: { id, fromId, toId, kind, note }, row }) => ({
    verb: 'dependency.added',
    subjectType: 'measure',
    subjectId: fromId,
    topics: [`measure:${fromId}`, `measure:${toId}`, 'measures'],
    after: { dependencyId: id, kind, fromId, toId, ...(note && { note }), fileName, row },
  }))
  await inParts(activities, part => recordActivities(trx, actor, part))
}
