import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { tellDependants } from '../dependencies/tell-dependants'
import { DomainError } from '../errors'
import { findAxis, lockPriority } from './find-place'
import { lockMeasure } from './lock-measure'
import { type ChangeMeasureInput, horizonEnds, type MeasureChange, type MeasureField } from './measure.shared'
import { mayEditMeasure } from './measure-access.shared'
import { writeBasicFunctions, writeOtherPriorities } from './measure-lists'
import { isSame, type LockedMeasure, storedValue } from './measure-value'
import { refusalOf } from './refused-measure'

type Changed = { [Field in MeasureField]?: Extract<MeasureChange, { field: Field }>['value'] }

/**
 * Changes fields of a measure. What somebody else changed meanwhile is never overwritten: each change says what the field
 * was when it began. What a person sets is no longer marked as inferred.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `changed-meanwhile` with the field, when it is neither what it was
 *   nor what it must become; `conflict` `number-taken`; `invalid` `unknown-choice` for a priority, axis or parent of another
 *   plan, an unknown body or basic function; `invalid` `own-part` for a parent that is part of it; `invalid`
 *   `ends-before-start`
 */
export async function changeMeasure(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, changes }: ChangeMeasureInput,
): Promise<void> {
  const measure = await lockMeasure(trx, actor, measureId)
  if (!mayEditMeasure(actor)) throw new DomainError('forbidden')
  const real = changes.filter(
    change => !isSame(change.value, change.before) && !isSame(change.value, storedValue(measure, change.field)),
  )
  if (real.length === 0) return
  const overtaken = real.find(change => !isSame(change.before, storedValue(measure, change.field)))
  if (overtaken) throw new DomainError('conflict', 'changed-meanwhile', overtaken.field)

  const changed = withoutMainAmongOthers(measure, Object.fromEntries(real.map(({ field, value }) => [field, value])))
  const fields = Object.keys(changed) as MeasureField[]
  const columns = await columnsOf(trx, actor, measure, changed)
  const fieldCertainty = Object.fromEntries(
    Object.entries(measure.fieldCertainty).filter(([field]) => !(field in changed)),
  )
  try {
    await trx
      .updateTable('measure')
      .set({ ...columns, fieldCertainty: JSON.stringify(fieldCertainty), updatedAt: new Date() })
      .where('id', '=', measureId)
      .execute()
    if (changed.priorities) await writeOtherPriorities(trx, measureId, changed.priorities)
    if (changed.basicFunctions) await writeBasicFunctions(trx, measureId, changed.basicFunctions)
  } catch (error) {
    throw refusalOf(error)
  }
  await recordActivity(trx, actor, {
    verb: fields.every(field => field === 'title') ? 'measure.renamed' : 'measure.changed',
    subjectType: 'measure',
    subjectId: measureId,
    topics: [...new Set([measureId, measure.parentId, changed.parent].filter(Boolean))]
      .map(id => `measure:${id}`)
      .concat('measures'),
    before: Object.fromEntries(fields.map(field => [field, storedValue(measure, field)])),
    after: changed,
  })
  for (const { field, before, value } of real) {
    const verb = hitOf[field]
    if (verb) await tellDependants(trx, actor, measureId, { verb, after: { [field]: value, before } })
  }
}

/** What concerns whoever waits for this measure. */
export const hitOf: Partial<Record<MeasureField, 'dependency.status' | 'dependency.dates'>> = {
  status: 'dependency.status',
  horizon: 'dependency.dates',
  startsOn: 'dependency.dates',
  endsOn: 'dependency.dates',
}

/** The main priority is never among the others: who makes another the main one takes it from them. */
function withoutMainAmongOthers(measure: LockedMeasure, changed: Changed): Changed {
  const main = changed.priority ?? measure.priorityId
  const asked = changed.priorities ?? measure.priorityIds
  const others = asked.filter(id => id !== main)
  const { priorities, ...rest } = changed
  return isSame(others, measure.priorityIds) ? rest : { ...rest, priorities: others }
}

/** @returns the columns to write; priorities and the axis must be of the measure's own plan */
async function columnsOf(
  trx: Transaction<Database>,
  actor: Actor,
  { planId }: LockedMeasure,
  changed: Changed,
): Promise<Partial<LockedMeasure>> {
  const { axis, priority, priorities, basicFunctions, horizon, parent, askedBody, ...columns } = changed
  if (axis && !(await findAxis(trx, planId, axis))) throw new DomainError('invalid', 'unknown-choice', 'axis')
  const place = priority ? await lockPriority(trx, actor, priority) : undefined
  if (priority && place?.planId !== planId) throw new DomainError('invalid', 'unknown-choice', 'priority')
  if (priorities?.length) await checkPriorities(trx, planId, priorities)
  return {
    ...columns,
    ...(axis !== undefined && { axisId: axis }),
    ...(place && { priorityId: priority, position: place.nextPosition }),
    ...(horizon !== undefined && horizonEnds(horizon)),
    ...(parent !== undefined && { parentId: parent }),
    ...(askedBody !== undefined && { askedBodyId: askedBody }),
  }
}

async function checkPriorities(trx: Transaction<Database>, planId: string, ids: string[]): Promise<void> {
  const found = await trx
    .selectFrom('priority')
    .select('id')
    .where('planId', '=', planId)
    .where('id', 'in', ids)
    .execute()
  if (found.length < ids.length) throw new DomainError('invalid', 'unknown-choice', 'priorities')
}
