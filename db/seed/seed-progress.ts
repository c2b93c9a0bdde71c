import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import type { Confidence } from '../schema/vocabulary'
import { lookUp, measureStatuses } from './codes'
import demo from './progress.json'
import type { Ids } from './seed-bodies'
import type { SeededMeasure } from './seed-measures'
import { sourceBodies } from './source'

/** A demo report that was put in. */
export interface SeededReport {
  id: string
  measureId: string
  reportedAt: Date
}

interface Reported {
  measures: SeededMeasure[]
  bodyIds: Ids
  /** the mandate of who speaks for a body, by its code */
  speakers: Ids
  coordinatorMandateId: string
}

/**
 * Invented reports on some measures, by who leads them; where nobody acts for that body in the demo, by the coordinator on
 * its behalf. They say the status that the plan says, so that the demo changes no fact.
 * @returns the reports, the oldest first
 */
export async function seedProgress(trx: Transaction<Database>, reported: Reported): Promise<SeededReport[]> {
  const { measures, bodyIds, speakers, coordinatorMandateId } = reported
  const codes = Object.fromEntries(sourceBodies.map(body => [body.id, body.code]))
  const newest: Ids = {}
  const rows = demo.reports.map(({ measure: key, daysAgo, confidence, isCorrection, ...said }) => {
    const measure = measures.find(one => one.source.id === key)
    if (!measure) throw new Error(`The demo reports on an unknown measure '${key}'`)
    const speaker = speakers[lookUp(codes, measure.source.leadSectorId)]
    const row = {
      ...said,
      id: randomUUID(),
      measureId: measure.id,
      bodyId: lookUp(bodyIds, measure.source.leadSectorId),
      onBehalf: speaker === undefined,
      mandateId: speaker ?? coordinatorMandateId,
      status: lookUp(measureStatuses, measure.source.status),
      confidence: confidence as Confidence,
      correctsId: isCorrection ? lookUp(newest, measure.id) : null,
      reportedAt: ago(daysAgo),
      isDemo: true,
    }
    newest[measure.id] = row.id
    return row
  })
  await trx.insertInto('progressReport').values(rows).execute()
  return rows
}

/** @returns the moment so many days ago, in the middle of the day */
export function ago(days: number): Date {
  const moment = new Date(Date.now() - days * 86_400_000)
  moment.setUTCHours(9, 30, 0, 0)
  return moment
}
