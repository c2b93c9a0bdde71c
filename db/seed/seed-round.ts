import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { lookUp, measureStatuses } from './codes'
import demo from './progress.json'
import type { Ids } from './seed-bodies'
import type { SeededMeasure } from './seed-measures'
import { ago, type SeededReport } from './seed-progress'
import { demoOpenLead } from './seed-responsibilities'

interface Rounded {
  planId: string
  measures: SeededMeasure[]
  bodyIds: Ids
  coordinatorMandateId: string
  reports: SeededReport[]
}

/** One invented round of updates about what was not finished, closed, with bodies that did not answer. */
export async function seedRound(trx: Transaction<Database>, rounded: Rounded): Promise<void> {
  const { planId, bodyIds, coordinatorMandateId: mandateId, reports } = rounded
  const { title, question, conclusion, openedDaysAgo, dueDaysAgo, closedDaysAgo } = demo.round
  const roundId = randomUUID()
  const closedAt = ago(closedDaysAgo)
  const measures = rounded.measures.filter(
    ({ source }) => !['done', 'stopped'].includes(lookUp(measureStatuses, source.status)),
  )
  await trx
    .insertInto('updateRound')
    .values({
      id: roundId,
      planId,
      title,
      question,
      conclusion,
      dueOn: ago(dueDaysAgo).toISOString().slice(0, 10),
      openedBy: mandateId,
      openedAt: ago(openedDaysAgo),
      closedBy: mandateId,
      closedAt,
      isDemo: true,
    })
    .execute()
  await trx
    .insertInto('updateRoundMeasure')
    .values(measures.map(({ id }) => ({ roundId, measureId: id })))
    .execute()
  await trx
    .insertInto('updateReminder')
    .values(
      demo.round.remindedBodies.map(body => ({
        roundId,
        bodyId: lookUp(bodyIds, body),
        mandateId,
        remindedAt: ago(demo.round.remindedDaysAgo),
      })),
    )
    .execute()
  await trx
    .insertInto('updateRoundResult')
    .values(
      measures.map(({ id, source }) => ({
        roundId,
        measureId: id,
        status: lookUp(measureStatuses, source.status),
        reportId: reports.findLast(report => report.measureId === id && report.reportedAt < closedAt)?.id ?? null,
      })),
    )
    .execute()
  await trx
    .insertInto('updateRoundOwner')
    .values(
      measures
        .filter(({ source }) => source.id !== demoOpenLead)
        .map(({ id, source }) => ({
          roundId,
          measureId: id,
          bodyId: lookUp(bodyIds, source.leadSectorId),
          role: 'lead' as const,
        })),
    )
    .execute()
}
