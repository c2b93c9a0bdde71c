import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivities, recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { ExportWords } from '../exports/words.shared'
import { changeMeasure } from '../measures/change-measure'
import type { MeasureChange } from '../measures/measure.shared'
import { addMeasures } from './add-measures'
import type { ImportVocabulary } from './import.shared'
import { readImport } from './import-store'
import { type JudgedRow, judgeRows } from './judge-rows'
import { readPlanState } from './plan-state'

export interface CarryOut {
  id: string
  /** rows with errors are left out; without it, one error stops all */
  skipsErrors: boolean
  words: ExportWords[]
  vocabulary: ImportVocabulary
  /** what a row says of where it comes from */
  sourceOf: (fileName: string, row: number) => string
}

/**
 * Brings a file into the plan as its preview says, in this one transaction: all of it or nothing. The plan is looked at anew
 * and held still, so what somebody changed since the preview is not overwritten unseen: it counts as it is now.
 * @throws DomainError `forbidden`; `not-found`; `conflict` `import-done`, `import-has-errors`, and what a change can be refused for
 */
export async function carryOutImport(trx: Transaction<Database>, actor: Actor, order: CarryOut): Promise<void> {
  await lockImport(trx, actor, order.id)
  const found = await readImport(trx, actor, order.id)
  if (found.doneAt) throw new DomainError('conflict', 'import-done')
  const state = await readPlanState(trx, actor, order.words)
  const { plan } = state.exported
  if (!plan) throw new DomainError('conflict', 'no-plan')
  const { rows, counts } = judgeRows(found, state, order.vocabulary)
  if (counts.error > 0 && !order.skipsErrors) throw new DomainError('conflict', 'import-has-errors')
  const wanted = rows.filter(row => row.state === 'new' || row.state === 'changed')

  const places = await makePlaces(trx, actor, plan, wanted)
  const added = wanted.filter(row => row.state === 'new')
  const sourceOf = (row: number) => order.sourceOf(found.fileName, row)
  const ids = await addMeasures(trx, actor, {
    planId: plan.id,
    rows: added,
    places,
    sourceOf,
    fileName: found.fileName,
  })
  for (const row of wanted) {
    if (row.state === 'changed') await change(trx, actor, row, places)
  }
  await proposeLeads(
    trx,
    actor,
    wanted.flatMap(row => row.leads.map(bodyId => ({ bodyId, measureId: row.measureId ?? (ids.get(row) as string) }))),
  )
  const outcome = {
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    skipped: counts.error + counts.skipped,
  }
  await trx
    .updateTable('planImport')
    .set({ outcome: JSON.stringify(outcome), rows: '[]', doneAt: sql`now()` })
    .where('id', '=', order.id)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'plan.imported',
    subjectType: 'plan',
    subjectId: plan.id,
    topics: ['measures'],
    after: { importId: order.id, fileName: found.fileName, ...outcome },
  })
}

/** Of two imports, or one that is sent twice, the second waits and then sees what the first did. */
async function lockImport(trx: Transaction<Database>, actor: Actor, id: string): Promise<void> {
  await trx.selectFrom('plan').select('id').where('groupId', '=', actor.groupId).forNoKeyUpdate().execute()
  await readImport(trx, actor, id)
  await trx.selectFrom('planImport').select('id').where('id', '=', id).forUpdate().execute()
}

export type Places = Record<'priority' | 'axis', Map<string, string>>

/** Makes the priorities and axes that rows need and the plan lacks, behind those that it has. */
async function makePlaces(
  trx: Transaction<Database>,
  actor: Actor,
  plan: { id: string; priorities: { position: number }[]; axes: { position: number }[] },
  rows: JudgedRow[],
): Promise<Places> {
  const names = (field: 'priority' | 'axis') => [
    ...new Set(rows.map(row => row.makes[field]).filter(name => name !== undefined)),
  ]
  const after = (places: { position: number }[]) => Math.max(0, ...places.map(({ position }) => position)) + 1
  const row = (index: number, first: number) => ({ planId: plan.id, position: first + index })
  const title = (name: string) => name.replace(/^\d+\.\s+/, '').slice(0, 200)
  const [priorities, axes] = [names('priority'), names('axis')]
  const made: Places = { priority: new Map(), axis: new Map() }
  if (priorities.length > 0) {
    const values = priorities.map((name, index) => ({ ...row(index, after(plan.priorities)), title: title(name) }))
    const rows = await trx.insertInto('priority').values(values).returning(['id', 'position']).execute()
    for (const { id, position } of rows) made.priority.set(priorities[position - after(plan.priorities)] as string, id)
  }
  if (axes.length > 0) {
    const values = axes.map((name, index) => ({ ...row(index, after(plan.axes)), name: title(name) }))
    const rows = await trx.insertInto('axis').values(values).returning(['id', 'position']).execute()
    for (const { id, position } of rows) made.axis.set(axes[position - after(plan.axes)] as string, id)
  }
  if (priorities.length + axes.length > 0) {
    await recordActivity(trx, actor, {
      verb: 'plan.extended',
      subjectType: 'plan',
      subjectId: plan.id,
      topics: ['measures'],
      after: { priorities, axes },
    })
  }
  return made
}

async function change(trx: Transaction<Database>, actor: Actor, row: JudgedRow, places: Places): Promise<void> {
  const measureId = row.measureId as string
  const moves = (['priority', 'axis'] as const).flatMap((field): MeasureChange[] => {
    const value = places[field].get(row.makes[field] ?? '')
    return value ? [{ field, before: null as never, value }] : []
  })
  const { priorityId, axisId } = await trx
    .selectFrom('measure')
    .select(['priorityId', 'axisId'])
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const before = { priority: priorityId, axis: axisId }
  const changes = [
    ...row.edits,
    ...moves.map(move => ({ ...move, before: before[move.field as 'priority'] }) as MeasureChange),
  ]
  if (changes.length > 0) await changeMeasure(trx, actor, { measureId, changes })
}

async function proposeLeads(trx: Transaction<Database>, actor: Actor, asked: { measureId: string; bodyId: string }[]) {
  if (asked.length === 0) return
  const values = asked.map(one => ({ ...one, role: 'lead' as const, proposedBy: actor.mandate.id }))
  const rows = await trx.insertInto('responsibility').values(values).returning(['id', 'measureId', 'bodyId']).execute()
  await recordActivities(
    trx,
    actor,
    rows.map(({ id, measureId, bodyId }) => ({
      verb: 'responsibility.proposed',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`, 'measures'],
      after: { responsibilityId: id, bodyId, role: 'lead' },
    })),
  )
}
