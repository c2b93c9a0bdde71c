import type { JSONContent } from '@tiptap/core'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { readSlippage } from '../baselines/read-slippage'
import { loadStates } from '../documents/load-states'
import { renderText } from '../documents/render-text'
import { matches } from '../measures/measure-conditions'
import type { MeasureFilters } from '../measures/measure-filters.shared'
import { basicFunctions, otherPriorities } from '../measures/measure-lists'
import { readMatrix } from '../measures/measure-matrix'
import { type MilestoneState, milestoneState } from '../measures/milestone.shared'
import { currentPlan, readPlan } from '../plans/plan-queries'
import { selectDependencies, selectReports } from './select-follow-up'
import { selectStructure } from './select-structure'

export type PlanExport = Awaited<ReturnType<typeof readPlanExport>>
export type ExportedMeasure = PlanExport['measures'][number]
export type ExportedResponsibility = PlanExport['responsibilities'][number]
export type ExportedPlace = PlanExport['structure'][number]
export type ExportedReport = PlanExport['reports'][number]
export type ExportedDependency = PlanExport['dependencies'][number]
export type ExportedMilestone = PlanExport['milestones'][number]

/**
 * The plan of the actor's group as an export needs it, as it is at this moment: the measures that the filters let through
 * in the plan's order, with their texts, who carries them, what is planned of them, what was reported, how they hang together,
 * and what slipped since the newest baseline. As many queries for a thousand measures as for one.
 */
export async function readPlanExport(db: Kysely<Database>, actor: Actor, filters: MeasureFilters = {}) {
  const chosen = db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select('measure.id')
    .where('measure.planId', '=', eb => currentPlan(eb, actor))
    .where(eb => matches(eb, filters, actor))
  const [plan, structure, functions, rows, responsibilities, milestones, reports, dependencies, matrix, slippage] =
    await Promise.all([
      readPlan(db, actor),
      selectStructure(db, actor).execute(),
      db.selectFrom('basicFunction').select(['id', 'nameNl', 'nameEn']).orderBy('position').execute(),
      selectMeasures(db).where('measure.id', 'in', chosen).execute(),
      selectResponsibilities(db).where('responsibility.measureId', 'in', chosen).execute(),
      selectMilestones(db).where('milestone.measureId', 'in', chosen).execute(),
      selectReports(db).where('progressReport.measureId', 'in', chosen).execute(),
      selectDependencies(db, actor)
        .where(eb => eb.or([eb('dependency.fromId', 'in', chosen), eb('dependency.toId', 'in', chosen)]))
        .execute(),
      readMatrix(db, actor, filters),
      readSlippage(db, actor),
    ])
  const ids = new Set(rows.map(({ id }) => id))
  // What left the plan belongs to the whole of it, and to no choice from it.
  const isShown = (id: string, isInPlan: boolean) => ids.has(id) || (!isInPlan && Object.keys(filters).length === 0)
  const texts = await readTexts(db, rows)
  return {
    plan,
    filters,
    /** by axis and level; where there is no cell, no measure was seen */
    matrix,
    /** priorities and axes, each with what is said of it */
    structure,
    basicFunctions: functions,
    measures: rows.map(row => ({ ...row, text: texts.get(row.documentId) ?? null })),
    responsibilities,
    milestones: milestones.map(({ today, ...row }) => ({
      ...row,
      state: milestoneState(row, today) as MilestoneState,
    })),
    /** the newest first */
    reports,
    dependencies,
    /** since the newest baseline: those that slipped; null where there is no baseline */
    slippage: slippage && {
      baseline: slippage.baseline,
      measures: slippage.measures.filter(
        ({ measureId, isInPlan, slips }) => slips.length > 0 && isShown(measureId, isInPlan),
      ),
    },
  }
}

const selectMeasures = (db: Kysely<Database>) =>
  db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .innerJoin('document', 'document.id', 'measure.documentId')
    .leftJoin('documentContent as content', 'content.documentId', 'measure.documentId')
    .leftJoin('axis', 'axis.id', 'measure.axisId')
    .leftJoin('measure as parent', 'parent.id', 'measure.parentId')
    .leftJoin('body as askedBody', 'askedBody.id', 'measure.askedBodyId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.summary', 'measure.kind', 'measure.level'])
    .select(['measure.status', 'measure.horizonFrom', 'measure.horizonTo', 'measure.startsOn', 'measure.endsOn'])
    .select(['measure.targetGroups', 'measure.askedName', 'measure.askedOn', 'measure.answer', 'measure.answeredOn'])
    .select([
      'measure.parentId',
      'measure.reviewedOn',
      'measure.origin',
      'measure.reviewDueOn',
      'measure.requestState',
      'measure.source',
      'measure.certainty',
      'measure.isDemo',
    ])
    .select(['measure.fieldCertainty', 'measure.priorityId', 'measure.documentId', 'axis.name as axisName'])
    .select(['parent.number as parentNumber', 'parent.title as parentTitle'])
    .select(['askedBody.code as askedBodyCode', 'askedBody.name as askedBodyName'])
    .select(['document.seq', 'content.seq as contentSeq', 'content.json'])
    .select(eb => [otherPriorities(eb).as('otherPriorityIds'), basicFunctions(eb).as('basicFunctionIds')])
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')

/** Those that stand or are asked: who handed back or ended carries nothing. */
const selectResponsibilities = (db: Kysely<Database>) =>
  db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .leftJoin('person', 'person.id', 'responsibility.personId')
    .select(['responsibility.measureId', 'measure.number as measureNumber', 'measure.title as measureTitle'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'responsibility.role', 'responsibility.state'])
    .select(['person.name as personName', 'responsibility.source', 'responsibility.certainty', 'responsibility.isDemo'])
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')
    .orderBy(sql`array_position(array['lead', 'co-lead', 'must-agree', 'consulted', 'informed'], responsibility.role)`)
    .orderBy('responsibility.state')
    .orderBy('body.code')

const selectMilestones = (db: Kysely<Database>) =>
  db
    .selectFrom('milestone')
    .innerJoin('measure', 'measure.id', 'milestone.measureId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .select(['milestone.id', 'milestone.measureId', 'milestone.label', 'milestone.plannedFor', 'milestone.reachedOn'])
    .select(['milestone.droppedReason', 'milestone.source', 'milestone.certainty', 'milestone.isDemo'])
    .select(['measure.number as measureNumber', 'measure.title as measureTitle'])
    .select(sql<string>`${today}::text`.as('today'))
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')
    .orderBy(sql`coalesce(milestone.reached_on, milestone.planned_for) collate "C"`)
    .orderBy('milestone.label')
    .orderBy('milestone.id')

interface Written {
  documentId: string
  seq: number
  contentSeq: number | null
  json: object | null
}

/** Each text as it was written beside its log when that is up to date, else from the log; all of those in one query. */
async function readTexts(db: Kysely<Database>, rows: Written[]): Promise<Map<string, JSONContent>> {
  const texts = new Map<string, JSONContent>()
  const behind: string[] = []
  for (const { documentId, seq, contentSeq, json } of rows) {
    if (contentSeq === seq && json) texts.set(documentId, json as JSONContent)
    else if (seq > 0) behind.push(documentId)
  }
  if (behind.length === 0) return texts
  for (const [documentId, { state }] of await loadStates(db, behind)) texts.set(documentId, renderText(state).json)
  return texts
}
