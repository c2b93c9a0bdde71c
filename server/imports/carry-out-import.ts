import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { ImportCounts, ImportOutcome } from '#db/schema/plan-import'
import { recordActivities, recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { ExportWords } from '../exports/words.shared'
import { changeMeasure } from '../measures/change-measure'
import type { MeasureChange } from '../measures/measure.shared'
import { addDependencies } from './add-dependencies'
import { addMeasures } from './add-measures'
import { addMilestones } from './add-milestones'
import { addResponsibilities } from './add-responsibilities'
import { readImport } from './import-store'
import type { ImportVocabulary } from './import-vocabulary.shared'
import { judgeRows } from './judge-rows'
import { type JudgedRow, type MeasureRef, placeKey } from './judged-row'
import { makePlaces, type Places } from './make-places'
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
  const { rows, counts, sheets, tables } = judgeRows(found, state, order.vocabulary)
  const errors = tables.reduce((sum, table) => sum + table.counts.error, counts.error)
  if (errors > 0 && !order.skipsErrors) throw new DomainError('conflict', 'import-has-errors')
  const wanted = rows.filter(row => row.state === 'new' || row.state === 'changed')

  const places = await makePlaces(trx, actor, plan, { told: workOf(sheets.structure), rows: wanted })
  const added = wanted.filter(row => row.state === 'new')
  const sourceOf = (row: number) => order.sourceOf(found.fileName, row)
  const ids = await addMeasures(trx, actor, {
    planId: plan.id,
    rows: added,
    places,
    sourceOf,
    fileName: found.fileName,
  })
  const idOf = (measure: MeasureRef) => measure.id ?? (ids.get(measure.row as JudgedRow) as string)
  await joinParents(
    trx,
    added.flatMap(row => (row.parent ? [{ id: ids.get(row) as string, parentId: idOf(row.parent) }] : [])),
  )
  for (const row of wanted) {
    if (row.state === 'changed') await change(trx, actor, row, { places, idOf })
  }
  await proposeLeads(
    trx,
    actor,
    wanted.flatMap(row => row.leads.map(bodyId => ({ bodyId, measureId: row.measureId ?? (ids.get(row) as string) }))),
  )
  const carrying = { trx, actor, planId: plan.id, fileName: found.fileName, idOf, sourceOf }
  await addResponsibilities(carrying, workOf(sheets.responsibilities))
  await addMilestones(carrying, workOf(sheets.milestones))
  await addDependencies(carrying, workOf(sheets.dependencies))
  const outcome: ImportOutcome = {
    ...outcomeOf(counts),
    ...(tables.length > 0 && {
      tables: Object.fromEntries(tables.map(({ kind, counts }) => [kind, outcomeOf(counts)])),
    }),
  }
  await trx
    .updateTable('planImport')
    .set({ outcome: JSON.stringify(outcome), rows: '[]', sheets: '[]', doneAt: sql`now()` })
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

const outcomeOf = (counts: Record<JudgedRow['state'], number>): ImportCounts => ({
  added: counts.new,
  changed: counts.changed,
  unchanged: counts.unchanged,
  skipped: counts.error + counts.skipped,
})

const workOf = <Work>(table: { rows: { work: Work | undefined }[] } | undefined): Work[] =>
  (table?.rows ?? []).flatMap(({ work }) => (work === undefined ? [] : [work]))

/** Makes new measures part of others, once all of them are there. */
async function joinParents(trx: Transaction<Database>, parts: { id: string; parentId: string }[]): Promise<void> {
  if (parts.length === 0) return
  const [ids, parentIds] = [parts.map(({ id }) => id), parts.map(({ parentId }) => parentId)]
  await sql`
    update measure set parent_id = part.parent_id
    from unnest(${ids}::uuid[], ${parentIds}::uuid[]) as part (id, parent_id)
    where measure.id = part.id`.execute(trx)
}

async function change(
  trx: Transaction<Database>,
  actor: Actor,
  row: JudgedRow,
  { places, idOf }: { places: Places; idOf: (measure: MeasureRef) => string },
): Promise<void> {
  const measureId = row.measureId as string
  const moves = (['priority', 'axis'] as const).flatMap((field): MeasureChange[] => {
    const value = places[field].get(placeKey(row.makes[field] ?? ''))
    return value ? [{ field, before: null as never, value }] : []
  })
  const { priorityId, axisId, parentId } = await trx
    .selectFrom('measure')
    .select(['priorityId', 'axisId', 'parentId'])
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const before = { priority: priorityId, axis: axisId }
  const changes = [
    ...row.edits,
    ...(row.parent ? [{ field: 'parent' as const, before: parentId, value: idOf(row.parent) }] : []),
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
