import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MeasureProgress, OwningBody, ProgressReport, StatusByHand } from './progress.shared'
import { isStale } from './progress-conditions'
import { readRollUp } from './read-roll-up'

/**
 * How far a measure is, as its bodies said it, with who can say it next. The caller has checked that the reader may see the
 * measure.
 */
export async function readProgress(db: Kysely<Database>, measureId: string): Promise<MeasureProgress> {
  const [reports, owners, rollUp, measure] = await Promise.all([
    reportsOf(db).where('progressReport.measureId', '=', measureId).execute(),
    listOwningBodies(db, [measureId]),
    readRollUp(db, measureId),
    db
      .selectFrom('measure')
      .select('status')
      .select(eb => sql<boolean>`${isStale(eb)}`.as('isStale'))
      .where('id', '=', measureId)
      .executeTakeFirst(),
  ])
  const newest = reports[0]
  const isOther = newest && measure && newest.status !== measure.status
  const statusByHand = isOther ? await findStatusByHand(db, measureId) : null
  return { reports, owners, rollUp, statusByHand, isStale: measure?.isStale === true }
}

/** @returns the report that counts now */
export async function findNewestReport(db: Kysely<Database>, measureId: string): Promise<ProgressReport | undefined> {
  return reportsOf(db).where('progressReport.measureId', '=', measureId).limit(1).executeTakeFirst()
}

/** @returns the report that counts now of each of these measures that has one; one query, however many */
export async function newestReports(db: Kysely<Database>, measureIds: string[]): Promise<ProgressReport[]> {
  if (measureIds.length === 0) return []
  return reportsOf(db)
    .clearOrderBy()
    .distinctOn('progressReport.measureId')
    .where('progressReport.measureId', 'in', measureIds)
    .orderBy('progressReport.measureId')
    .orderBy('progressReport.reportedAt', 'desc')
    .execute()
}

/** @returns the bodies that accepted to lead these measures or to carry them along, the lead first */
export async function listOwningBodies(db: Kysely<Database>, measureIds: string[]): Promise<OwningBody[]> {
  if (measureIds.length === 0) return []
  return db
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['responsibility.measureId', 'responsibility.bodyId', 'body.code', 'body.name', 'sector.colour'])
    .select(eb => eb.ref('responsibility.role').$castTo<'lead' | 'co-lead'>().as('role'))
    .where('responsibility.measureId', 'in', measureIds)
    .where('responsibility.role', 'in', ['lead', 'co-lead'])
    .where('responsibility.state', '=', 'accepted')
    .orderBy('responsibility.role', 'desc')
    .orderBy('body.code')
    .execute()
}

/** Reports with who spoke for whom, the newest first. */
export function reportsOf(db: Kysely<Database>) {
  return db
    .selectFrom('progressReport')
    .innerJoin('mandate', 'mandate.id', 'progressReport.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body as author', 'author.id', 'mandate.bodyId')
    .leftJoin('body', 'body.id', 'progressReport.bodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .select(['progressReport.id', 'progressReport.measureId', 'progressReport.status', 'progressReport.percentage'])
    .select(['progressReport.confidence', 'progressReport.achieved', 'progressReport.hindrance'])
    .select(['progressReport.upcoming', 'progressReport.bodyId', 'progressReport.onBehalf'])
    .select(['progressReport.correctsId', 'progressReport.reportedAt', 'progressReport.isDemo'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .select(['author.code as byCode', 'person.name as byName'])
    .orderBy('progressReport.reportedAt', 'desc')
}

async function findStatusByHand(db: Kysely<Database>, measureId: string): Promise<StatusByHand | null> {
  const found = await db
    .selectFrom('activity')
    .leftJoin('person', 'person.id', 'activity.personId')
    .leftJoin('mandate', 'mandate.id', 'activity.mandateId')
    .leftJoin('body', 'body.id', 'mandate.bodyId')
    .select(['activity.at', 'body.code as byCode', 'person.name as byName'])
    .where('activity.subjectType', '=', 'measure')
    .where('activity.subjectId', '=', measureId)
    .where('activity.verb', '=', 'measure.changed')
    .where(sql<boolean>`activity.after -> 'status' is not null`)
    .orderBy('activity.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
