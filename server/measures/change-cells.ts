import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivities } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { tellAllDependants } from '../dependencies/tell-dependants'
import { DomainError } from '../errors'
import {
  type CellChange,
  type CellField,
  type CellsOutcome,
  type CellValue,
  type ChangeCellsInput,
  cellFields,
  type RefusedCell,
} from './cells.shared'
import { hitOf } from './change-measure'
import { lockMeasures } from './lock-measure'
import { type HorizonRange, horizonEnds } from './measure.shared'
import { mayEditMeasure } from './measure-access.shared'
import { type LockedMeasure, storedValue } from './measure-value'

type Accepted = CellChange & { measure: LockedMeasure }

/**
 * Changes fields of many measures in one transaction, as a table of them is filled in. What can be changed is; the rest is
 * told with the reason: `changed-meanwhile` (rule 5), `number-taken`, `unknown-choice`, `not-found`. As many queries for a
 * thousand measures as for one.
 * @throws DomainError `forbidden`
 */
export async function changeCells(
  trx: Transaction<Database>,
  actor: Actor,
  { cells }: ChangeCellsInput,
): Promise<CellsOutcome> {
  if (!mayEditMeasure(actor)) throw new DomainError('forbidden')
  // Of a cell that is named twice, the last counts.
  const asked = [...new Map(cells.map(cell => [`${cell.measureId} ${cell.field}`, cell])).values()]
  const measures = new Map((await lockMeasures(trx, actor, [...new Set(cells.map(cell => cell.measureId))])).map(by))
  const reasons = await readReasons(trx, [...measures.values()], asked)
  const refused: RefusedCell[] = []
  const accepted: Accepted[] = []
  for (const cell of asked) {
    const measure = measures.get(cell.measureId)
    const current = measure ? (storedValue(measure, cell.field) as CellValue) : null
    if (measure && (cell.value === current || cell.value === cell.before)) continue
    const reason = measure ? reasons(measure, cell) : 'not-found'
    if (measure && !reason) accepted.push({ ...cell, measure })
    else refused.push({ ...refusal(cell), title: measure?.title ?? null, reason: reason ?? 'not-found', current })
  }
  for (const field of cellFields) {
    const changes = accepted.filter(change => change.field === field)
    if (changes.length > 0) await write[field](trx, changes)
  }
  await record(trx, actor, accepted)
  return {
    changed: accepted.map(({ measureId, field, before, value }) => ({ measureId, field, before, value })),
    refused,
  }
}

const by = (measure: LockedMeasure): [string, LockedMeasure] => [measure.id, measure]
const refusal = ({ measureId, field, value }: CellChange) => ({ measureId, field, mine: value })

/** What stands in the way of a change, looked up for all of them at once. */
async function readReasons(trx: Transaction<Database>, measures: LockedMeasure[], cells: CellChange[]) {
  const values = (field: CellField) =>
    cells.flatMap(cell => (cell.field === field && cell.value !== null ? [cell.value] : []))
  const planIds = [...new Set(measures.map(measure => measure.planId))]
  const find = async <T>(values: unknown[], read: () => Promise<T[]>) =>
    values.length > 0 && planIds.length > 0 ? read() : []
  const priorities = await find(values('priority'), () =>
    trx
      .selectFrom('priority')
      .select(['planId', 'id as value'])
      .where('planId', 'in', planIds)
      .forNoKeyUpdate()
      .execute(),
  )
  const axes = await find(values('axis'), () =>
    trx.selectFrom('axis').select(['planId', 'id as value']).where('planId', 'in', planIds).execute(),
  )
  const numbers = await find(values('number'), () =>
    trx
      .selectFrom('measure')
      .select(['planId', 'number as value'])
      .where('planId', 'in', planIds)
      .where('number', 'in', values('number') as number[])
      // A number that its measure gives up in this same change is free.
      .where(
        'id',
        'not in',
        cells.filter(cell => cell.field === 'number').map(cell => cell.measureId),
      )
      .execute(),
  )
  const key = (planId: string, value: unknown) => `${planId} ${value}`
  const known = new Set([...priorities, ...axes].map(({ planId, value }) => key(planId, value)))
  const taken = new Set(numbers.map(({ planId, value }) => key(planId, value)))
  return (measure: LockedMeasure, { field, before, value }: CellChange): RefusedCell['reason'] | undefined => {
    if (before !== storedValue(measure, field)) return 'changed-meanwhile'
    if ((field === 'priority' || field === 'axis') && value !== null && !known.has(key(measure.planId, value)))
      return 'unknown-choice'
    if (field === 'number' && value !== null) {
      if (taken.has(key(measure.planId, value))) return 'number-taken'
      taken.add(key(measure.planId, value))
    }
    return undefined
  }
}

type Changes = { measureId: string; value: CellChange['value'] }[]
type Write = (trx: Transaction<Database>, changes: Changes) => Promise<void>

/** Sets columns from a list of values, and takes the mark "inferred" off the field. */
const set =
  (field: CellField, columns: RawBuilder<unknown>): Write =>
  async (trx, changes) => {
    const ids = changes.map(change => change.measureId)
    const values = changes.map(change => (change.value === null ? null : String(change.value)))
    await sql`
      update measure set ${columns}, field_certainty = field_certainty - ${field}::text, updated_at = now()
      from unnest(${ids}::uuid[], ${values}::text[]) with ordinality as cell (id, value, nth)
      where measure.id = cell.id`.execute(trx)
  }

const write: Record<CellField, Write> = {
  title: set('title', sql`title = cell.value`),
  kind: set('kind', sql`kind = cell.value`),
  level: set('level', sql`level = cell.value`),
  status: set('status', sql`status = cell.value`),
  axis: set('axis', sql`axis_id = cell.value::uuid`),
  // Last in their new priority, in the order in which they were asked; the rows of the priorities are locked.
  priority: async (trx, changes) => {
    const last = sql`coalesce((select max(o.position) from measure o where o.priority_id = cell.value::uuid), 0)`
    await set('priority', sql`priority_id = cell.value::uuid, position = cell.nth + ${last}`)(trx, changes)
    await sql`
      delete from measure_other_priority other using measure
      where measure.id = other.measure_id and measure.priority_id = other.priority_id
        and measure.id = any(${changes.map(change => change.measureId)}::uuid[])`.execute(trx)
  },
  horizon: async (trx, changes) => {
    const ends = changes.map(change => horizonEnds(change.value as HorizonRange | null))
    await sql`
      update measure set horizon_from = cell.first, horizon_to = cell.last,
        field_certainty = field_certainty - 'horizon', updated_at = now()
      from unnest(${changes.map(change => change.measureId)}::uuid[], ${ends.map(end => end.horizonFrom)}::text[],
        ${ends.map(end => end.horizonTo)}::text[]) as cell (id, first, last)
      where measure.id = cell.id`.execute(trx)
  },
  // All at once, two that swap their numbers would be in each other's way.
  number: async (trx, changes) => {
    const ids = changes.map(change => change.measureId)
    await trx.updateTable('measure').set({ number: null }).where('id', 'in', ids).execute()
    await set('number', sql`number = cell.value::integer`)(trx, changes)
  },
}
/** One activity for each measure, whatever was changed of it; and for each that waits for it. */
async function record(trx: Transaction<Database>, actor: Actor, changes: Accepted[]): Promise<void> {
  const byMeasure = new Map<string, Accepted[]>()
  for (const change of changes) byMeasure.set(change.measureId, [...(byMeasure.get(change.measureId) ?? []), change])
  await recordActivities(
    trx,
    actor,
    [...byMeasure].map(([measureId, own]) => ({
      verb: own.every(change => change.field === 'title') ? 'measure.renamed' : 'measure.changed',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [measureId, own[0]?.measure.parentId]
        .filter(Boolean)
        .map(id => `measure:${id}`)
        .concat('measures'),
      before: Object.fromEntries(own.flatMap(change => valuesOf(change, 'before'))),
      after: Object.fromEntries(own.flatMap(change => valuesOf(change, 'value'))),
    })),
  )
  await tellAllDependants(
    trx,
    actor,
    changes.flatMap(({ measureId, field, before, value }) => {
      const verb = hitOf[field]
      return verb ? [{ measureId, verb, after: { [field]: value, before } }] : []
    }),
  )
}

/** A main priority is no longer among the others. */
function valuesOf({ field, measure, ...change }: Accepted, side: 'before' | 'value'): [string, unknown][] {
  const others = measure.priorityIds
  if (field !== 'priority' || !others.includes(change.value as string)) return [[field, change[side]]]
  return [
    [field, change[side]],
    ['priorities', side === 'before' ? others : others.filter(id => id !== change.value)],
  ]
}
