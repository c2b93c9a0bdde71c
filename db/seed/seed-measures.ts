import { randomUUID } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { Database } from '../schema/index'
import type { MeasureTable } from '../schema/measure'
import type { Certainty } from '../schema/vocabulary'
import { horizons, levels, lookUp, measureStatuses, origins } from './codes'
import { type SeedText, writeMeasureText } from './measure-text'
import type { SeededPlan } from './seed-plan'
import { seedTexts } from './seed-texts'
import { certaintyOf, type SourceMeasure, sourceMeasures } from './source'

export interface SeededMeasure {
  id: string
  documentId: string
  text: SeedText
  source: SourceMeasure
}

/** The measures of the plan with their texts and milestones. */
export async function seedMeasures(
  trx: Transaction<Database>,
  groupId: string,
  plan: SeededPlan,
): Promise<SeededMeasure[]> {
  const measures = sourceMeasures.map(source => ({
    id: randomUUID(),
    documentId: randomUUID(),
    text: writeMeasureText(source),
    source,
  }))
  await seedTexts(trx, groupId, measures)
  await trx
    .insertInto('measure')
    .values(measures.map((measure, index) => measureRow(measure, plan, index + 1)))
    .execute()
  await trx
    .insertInto('milestone')
    .values(
      measures.flatMap(({ id, source }) =>
        source.milestones.map(({ date, ...milestone }) => ({
          ...milestone,
          measureId: id,
          reachedOn: date,
          certainty: certaintyOf(milestone.certainty),
        })),
      ),
    )
    .execute()
  return measures
}

function measureRow(
  { id, documentId, source }: SeededMeasure,
  plan: SeededPlan,
  position: number,
): Insertable<MeasureTable> {
  const range = source.timing.map(timing => lookUp(horizons, timing))
  return {
    id,
    planId: plan.id,
    priorityId: lookUp(plan.priorityIds, source.priorityId),
    axisId: lookUp(plan.axisIds, source.actionDomain),
    number: source.number,
    position,
    title: source.title,
    summary: summarise(source.description),
    // What the federal government decides on can only be asked of it; the source does not say so measure by measure.
    kind: source.governmentLevel === 'federaal' ? 'request' : 'measure',
    level: lookUp(levels, source.governmentLevel),
    horizonFrom: range[0] ?? null,
    horizonTo: range.at(-1) ?? null,
    status: lookUp(measureStatuses, source.status),
    origin: lookUp(origins, source.origin),
    source: source.source,
    certainty: certaintyOf(source.certainty),
    fieldCertainty: JSON.stringify(fieldCertainty(source)),
    documentId,
  }
}

/** How sure each field of a measure is, under the names that the page of a measure uses. */
function fieldCertainty({ fieldCertainty: source }: SourceMeasure): Record<string, Certainty> {
  return {
    title: certaintyOf(source.title),
    axis: certaintyOf(source.actionDomain),
    level: certaintyOf(source.governmentLevel),
    horizon: certaintyOf(source.timing),
    priority: certaintyOf(source.priorityId),
    status: certaintyOf(source.status),
    kind: 'inferred',
  }
}

const longestSummary = 200

/** @returns as many whole sentences from the start as make a summary, at least one */
export function summarise(description: string): string {
  const [first = '', ...rest] = description.split(/(?<=[.!?])\s+/)
  let summary = first
  for (const sentence of rest) {
    if (summary.length + 1 + sentence.length > longestSummary) break
    summary += ` ${sentence}`
  }
  return summary
}
