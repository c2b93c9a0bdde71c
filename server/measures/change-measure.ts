import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { findAxis, lockPriority } from './find-place'
import { lockMeasure } from './lock-measure'
import {
  type ChangeMeasureInput,
  horizonEnds,
  horizonRange,
  type MeasureChange,
  type MeasureField,
} from './measure.shared'
import { mayEditMeasure } from './measure-access.shared'

type Measure = Awaited<ReturnType<typeof lockMeasure>>
type Changed = { [Field in MeasureField]?: Extract<MeasureChange, { field: Field }>['value'] }

/**
 * Changes fields of a measure. What somebody else changed meanwhile is never overwritten: each change says what the field
 * was when it began. What a person sets is no longer marked as inferred.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `changed-meanwhile` with the field, when it is neither what it was
 *   nor what it must become; `conflict` `number-taken`; `invalid` `unknown-choice` for a priority or axis of another plan
 */
export async function changeMeasure(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, changes }: ChangeMeasureInput,
): Promise<void> {
  const measure = await lockMeasure(trx, actor, measureId)
  if (!mayEditMeasure(actor)) throw new DomainError('forbidden')
  const real = changes.filter(
    change => change.value !== change.before && change.value !== stored(measure, change.field),
  )
  if (real.length === 0) return
  const overtaken = real.find(change => change.before !== stored(measure, change.field))
  if (overtaken) throw new DomainError('conflict', 'changed-meanwhile', overtaken.field)

  const columns = await columnsOf(trx, actor, measure, real)
  const fieldCertainty = Object.fromEntries(
    Object.entries(measure.fieldCertainty).filter(([field]) => !real.some(change => change.field === field)),
  )
  try {
    await trx
      .updateTable('measure')
      .set({ ...columns, fieldCertainty: JSON.stringify(fieldCertainty), updatedAt: new Date() })
      .where('id', '=', measureId)
      .execute()
  } catch (error) {
    if (violatedConstraint(error) !== 'measure_plan_id_number_key') throw error
    throw new DomainError('conflict', 'number-taken', 'number')
  }
  await recordActivity(trx, actor, {
    verb: real.every(change => change.field === 'title') ? 'measure.renamed' : 'measure.changed',
    subjectType: 'measure',
    subjectId: measureId,
    topics: [`measure:${measureId}`, 'measures'],
    before: Object.fromEntries(real.map(({ field }) => [field, stored(measure, field)])),
    after: Object.fromEntries(real.map(({ field, value }) => [field, value])),
  })
}

/** The value of a field as a change speaks of it. */
function stored(measure: Measure, field: MeasureField) {
  switch (field) {
    case 'axis':
      return measure.axisId
    case 'priority':
      return measure.priorityId
    case 'horizon':
      return horizonRange(measure)
    default:
      return measure[field]
  }
}

/** @returns the columns to write; a priority or axis must be of the measure's own plan */
async function columnsOf(
  trx: Transaction<Database>,
  actor: Actor,
  { planId }: Measure,
  changes: MeasureChange[],
): Promise<Partial<Measure>> {
  const { axis, priority, horizon, ...columns }: Changed = Object.fromEntries(
    changes.map(({ field, value }) => [field, value]),
  )
  if (axis && !(await findAxis(trx, planId, axis))) throw new DomainError('invalid', 'unknown-choice', 'axis')
  const place = priority ? await lockPriority(trx, actor, priority) : undefined
  if (priority && place?.planId !== planId) throw new DomainError('invalid', 'unknown-choice', 'priority')
  return {
    ...columns,
    ...(axis !== undefined && { axisId: axis }),
    ...(place && { priorityId: priority, position: place.nextPosition }),
    ...(horizon !== undefined && horizonEnds(horizon)),
  }
}
