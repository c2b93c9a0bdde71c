import { useRevalidator } from '@remix-run/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { getSocket } from '#app/collab/socket'
import type { CellsOutcome, CellValue, RefusedCell } from '#server/measures/cells.shared'
import { type CellEdit, cellKey, fieldOf, withValue } from './cell-values'
import { sendCells } from './send-cells'
import type { RowGroup, TableRow } from './use-groups'

/** A cell that was not changed: refused by the server, or never brought there. */
export type LeftCell = Omit<RefusedCell, 'reason'> & { reason: string }

interface Said {
  onDone: (outcome: CellsOutcome, isUndo: boolean) => void
}

/**
 * Fills in cells: they show at once what was typed, until the page has it from the server. What could not be stored is kept
 * beside what stands there, for somebody to choose. What was changed can be undone, the last first.
 */
export function useCells(groups: RowGroup[], { onDone }: Said) {
  const { revalidate } = useRevalidator()
  // What was stored is announced, and the page loads it then; where nothing is heard, it asks itself.
  const refresh = useCallback(() => {
    if (!getSocket().connected) revalidate()
  }, [revalidate])
  const [typed, setTyped] = useState<ReadonlyMap<string, { value: CellValue; over: TableRow | undefined }>>(new Map())
  const [left, setLeft] = useState<LeftCell[]>([])
  const done = useRef<CellEdit[][]>([])
  const underWay = useRef<Promise<unknown>>(Promise.resolve())
  const rows = useRef<Map<string, TableRow>>(new Map())
  rows.current = new Map(groups.flatMap(group => group.rows.map(row => [row.id, row])))

  const settle = useCallback(
    (cells: { measureId: string; field: string }[], outcome: CellsOutcome | undefined) => {
      const stored = new Set(outcome?.changed.map(cellKey))
      setTyped(all => {
        const rest = new Map(all)
        for (const cell of cells) {
          const key = cellKey(cell)
          const entry = rest.get(key)
          // What was stored stays until the row that comes with the next answer says so itself.
          if (entry && stored.has(key)) rest.set(key, { ...entry, over: rows.current.get(cell.measureId) })
          else rest.delete(key)
        }
        return rest
      })
      refresh()
    },
    [refresh],
  )

  const send = useCallback(
    async (edits: CellEdit[], isUndo: boolean) => {
      if (edits.length === 0) return
      setTyped(
        all =>
          new Map([...all, ...edits.map(edit => [cellKey(edit), { value: edit.value, over: undefined }] as const)]),
      )
      const reply = await sendCells({ intent: 'change', cells: edits })
      const outcome = 'outcome' in reply ? reply.outcome : undefined
      settle(edits, outcome)
      if (outcome) {
        const undo = outcome.changed.flatMap(({ measureId, field, before, value }): CellEdit[] =>
          field === 'lead' ? [] : [{ measureId, field, before: value, value: before }],
        )
        if (!isUndo && undo.length > 0) done.current.push(undo)
        setLeft(all => [...all, ...outcome.refused])
        onDone(outcome, isUndo)
      } else {
        const reason = 'reason' in reply ? reply.reason : 'unavailable'
        setLeft(all => [...all, ...edits.map(edit => notBrought(edit, reason, rows.current))])
      }
    },
    [settle, onDone],
  )

  const change = useCallback(
    (edits: CellEdit[], isUndo = false) => {
      const sending = send(edits, isUndo)
      underWay.current = Promise.all([underWay.current, sending])
      return sending
    },
    [send],
  )

  // What is still on its way to the server can be undone once it is there.
  const undo = useCallback(() => underWay.current.then(() => change(done.current.pop() ?? [], true)), [change])

  const propose = useCallback(
    async (measureIds: string[], bodyId: string) => {
      const reply = await sendCells({ intent: 'propose', measureIds, bodyId })
      refresh()
      if ('outcome' in reply) {
        setLeft(all => [...all, ...reply.outcome.refused])
        onDone(reply.outcome, false)
      } else {
        const lead = { field: 'lead' as const, mine: null, current: null, reason: reply.reason }
        setLeft(all => [
          ...all,
          ...measureIds.map(measureId => ({ ...lead, measureId, title: rows.current.get(measureId)?.title ?? null })),
        ])
      }
    },
    [refresh, onDone],
  )

  const shown = useMemo(() => withTyped(groups, typed), [groups, typed])
  return {
    groups: shown,
    change,
    propose,
    undo,
    left,
    /** sends again what was left, over what stands there now */
    insist: useCallback(
      (cells: LeftCell[]) => {
        setLeft(all => all.filter(cell => !cells.includes(cell)))
        return change(
          cells.flatMap(({ measureId, field, mine, current }): CellEdit[] =>
            field === 'lead' ? [] : [{ measureId, field, before: current, value: mine }],
          ),
        )
      },
      [change],
    ),
    forget: useCallback(() => setLeft([]), []),
  }
}

const notBrought = (edit: CellEdit, reason: string, rows: Map<string, TableRow>): LeftCell => ({
  measureId: edit.measureId,
  field: edit.field,
  title: rows.get(edit.measureId)?.title ?? null,
  reason,
  mine: edit.value,
  current: edit.before,
})

/** The rows with what was typed over them; rows without stay the same objects. */
function withTyped(
  groups: RowGroup[],
  typed: ReadonlyMap<string, { value: CellValue; over: TableRow | undefined }>,
): RowGroup[] {
  if (typed.size === 0) return groups
  const byMeasure = new Map<string, { field: string; value: CellValue; over: TableRow | undefined }[]>()
  for (const [key, entry] of typed) {
    const [measureId = '', field = ''] = key.split(' ')
    byMeasure.set(measureId, [...(byMeasure.get(measureId) ?? []), { field, ...entry }])
  }
  return groups.map(group =>
    group.rows.some(row => byMeasure.has(row.id))
      ? { ...group, rows: group.rows.map(row => (byMeasure.get(row.id) ?? []).reduce(typedOver(row), row)) }
      : group,
  )
}

const typedOver =
  (stored: TableRow) =>
  (row: TableRow, { field, value, over }: { field: string; value: CellValue; over: TableRow | undefined }) => {
    const known = fieldOf(field)
    // Another row than the one that it was stored over: the server has spoken since.
    return !known || (over && over !== stored) ? row : withValue(row, known, value)
  }
