import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { today } from '../auth/read-actor'
import { type MilestoneOnMeasure, milestoneState } from './milestone.shared'

/**
 * The milestones of a measure in the order of their dates, each with where it stands and why it was moved. The caller has
 * checked that the reader may see the measure.
 */
export async function listMilestones(db: Kysely<Database>, measureId: string): Promise<MilestoneOnMeasure[]> {
  const [milestones, moves] = await Promise.all([
    db
      .selectFrom('milestone')
      .select(['id', 'label', 'plannedFor', 'reachedOn', 'droppedReason', 'source', 'certainty', 'isDemo'])
      .select(sql<string>`${today}::text`.as('today'))
      .where('measureId', '=', measureId)
      .orderBy(sql`coalesce(reached_on, planned_for) collate "C"`)
      .orderBy('label')
      .orderBy('id')
      .execute(),
    listMoves(db, measureId),
  ])
  return milestones.map(({ today, ...milestone }) => ({
    ...milestone,
    state: milestoneState(milestone, today),
    moves: moves.filter(move => move.milestoneId === milestone.id).map(({ milestoneId, ...move }) => move),
  }))
}

/** The newest first. */
async function listMoves(db: Kysely<Database>, measureId: string) {
  return db
    .selectFrom('milestoneStep')
    .innerJoin('milestone', 'milestone.id', 'milestoneStep.milestoneId')
    .innerJoin('mandate', 'mandate.id', 'milestoneStep.mandateId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['milestoneId', 'plannedBefore as from', 'plannedAfter as to', 'milestoneStep.reason'])
    .select(['body.code as byCode', 'takenAt as at'])
    .where('milestone.measureId', '=', measureId)
    .where('step', '=', 'moved')
    .orderBy('milestoneStep.id', 'desc')
    .execute()
}

/** @returns what was neither reached nor dropped of measures that the reader may see, by when it is planned */
export async function milestonesToCome(
  db: Kysely<Database>,
  measureIds: string[],
): Promise<{ id: string; measureId: string; label: string }[]> {
  if (measureIds.length === 0) return []
  return db
    .selectFrom('milestone')
    .select(['id', 'measureId', 'label'])
    .where('measureId', 'in', measureIds)
    .where('reachedOn', 'is', null)
    .where('droppedReason', 'is', null)
    .orderBy(sql`planned_for collate "C"`)
    .orderBy('label')
    .execute()
}
