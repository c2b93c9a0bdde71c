import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { isLateMilestone } from '../measures/late-milestones'
import { withoutLead } from '../measures/measure-conditions'
import { isStale } from '../measures/progress-conditions'
import { currentPlan } from '../plans/plan-queries'
import type { ProposedItem } from './proposal.shared'

/** So many of each: an agenda is no report. */
const MOST = 20

/** Measures of the plan that ask for the group: a milestone is late, nobody leads it, nobody said for long how far it is. */
export async function measuresThatAsk(db: Kysely<Database>, actor: Actor): Promise<ProposedItem[]> {
  const measures = db
    .selectFrom('measure')
    .select(['measure.id', 'measure.title'])
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where('measure.status', 'not in', ['done', 'stopped'])
    .orderBy('measure.number')
    .orderBy('measure.title')
    .limit(MOST)
  const [late, leaderless, silent] = await Promise.all([
    db
      .selectFrom('milestone')
      .innerJoin('measure', 'measure.id', 'milestone.measureId')
      .select(['milestone.id', 'milestone.label', 'milestone.plannedFor', 'measure.id as measureId', 'measure.title'])
      .where('measure.planId', '=', eb => currentPlan(eb, actor))
      .where(isLateMilestone)
      .orderBy('milestone.plannedFor')
      .orderBy('milestone.id')
      .limit(MOST)
      .execute(),
    measures.where(eb => withoutLead(eb)).execute(),
    measures.where(eb => isStale(eb)).execute(),
  ])
  const about = { detail: '', since: null, kind: 'discussion', agendaItemId: null } as const
  return [
    ...late.map(({ id, label, plannedFor, measureId, title }) => ({
      ...about,
      reason: 'late-milestone' as const,
      subjectId: id,
      title,
      detail: label,
      since: plannedFor,
      measureIds: [measureId],
    })),
    ...leaderless.map(({ id, title }) => ({
      ...about,
      reason: 'no-lead' as const,
      subjectId: id,
      title,
      measureIds: [id],
    })),
    ...silent.map(({ id, title }) => ({ ...about, reason: 'stale' as const, subjectId: id, title, measureIds: [id] })),
  ]
}
