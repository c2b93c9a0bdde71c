import type { FileMeasures } from './file-measures'
import { cellError, type ImportSource, type JudgedRow, type MeasureRef, refOf, stateOf } from './judged-row'
import type { PlanState } from './plan-state'

interface Held {
  source: ImportSource
  state: PlanState
  measures: FileMeasures
}

/** What each row says that its measure is part of: only now, as that may be a row further down. Nothing is part of itself. */
export function judgeParents(rows: JudgedRow[], held: Held): void {
  const told = rows.flatMap(row => {
    const { cells, measureId } = row
    const isSame = measureId && held.state.shown.some(shown => shown.get(measureId)?.parent === cells.parent)
    return cells.parent && !isSame ? [{ row, named: cells.parent, found: held.measures.findNamed(cells.parent) }] : []
  })
  for (const { row, named, found } of told) {
    if (!found || found.isOut) fail(row, 'unknown-measure', held)
    else if (found.key !== parentNow(row, held)) {
      row.parent = found
      const before = row.measureId ? (held.state.shown[0]?.get(row.measureId)?.parent ?? '') : ''
      if (row.measureId) row.changes.push({ field: 'parent', before, after: named })
    }
  }
  const parents = new Map([...held.state.measures].map(([id, { parentId }]) => [id, parentId]))
  for (const row of rows) if (row.parent) parents.set(refOf(row).key, row.parent.key)
  for (const row of rows) {
    if (row.parent && isAbove(parents, refOf(row), row.parent)) fail(row, 'own-part', held)
    if (row.parent && row.state === 'unchanged') row.state = stateOf(row)
  }
}

const parentNow = ({ measureId }: JudgedRow, { state }: Held) =>
  measureId ? (state.measures.get(measureId)?.parentId ?? null) : null

function fail(row: JudgedRow, reason: string, { source }: Held): void {
  row.parent = null
  row.errors.push(cellError(source, 'parent', { reason, value: row.cells.parent ?? '' }))
  if (row.state !== 'skipped') row.state = 'error'
}

function isAbove(parents: Map<string, string | null>, { key }: MeasureRef, parent: MeasureRef): boolean {
  const seen = new Set<string>()
  for (let at: string | null | undefined = parent.key; at && !seen.has(at); at = parents.get(at)) {
    if (at === key) return true
    seen.add(at)
  }
  return false
}
