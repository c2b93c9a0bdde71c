import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useToast } from '#app/components/toast'
import type { CellsOutcome, CellValue } from '#server/measures/cells.shared'
import type { TableView } from '#server/measures/table-view.shared'
import type { Onward } from './cell-editor'
import { type CellEdit, cellValueOf, fieldOf } from './cell-values'
import { GroupHead } from './group-head'
import { LeftCells } from './left-cells'
import { beginsWith, type Editing, MeasureRow } from './measure-row'
import { pastedEdits } from './pasted-edits'
import { SelectionBar } from './selection-bar'
import { TableHead } from './table-head'
import { useCellOptions } from './use-cell-options'
import { useCells } from './use-cells'
import { type Place, useGrid } from './use-grid'
import type { RowGroup, TableRow } from './use-groups'
import { useKeptRow } from './use-kept-row'
import { useLeadBodies } from './use-lead-bodies'
import { useSelection } from './use-selection'

/** The table for who edits: a grid that is filled in like a spreadsheet, cell by cell or many rows at once. */
export function MeasureTable({ view, groups: stored }: { view: TableView; groups: RowGroup[] }) {
  const { t } = useTranslation('measures')
  const table = useRef<HTMLTableElement>(null)
  const [isGrid, setGrid] = useState(false)
  useEffect(() => setGrid(true), [])
  const [editing, setEditing] = useState<Editing>()
  const { say, onDone } = useSaid()
  const { options, text, value } = useCellOptions()
  const { groups, change, propose, undo, left, insist, forget } = useCells(useKeptRow(stored, editing?.measureId), {
    onDone,
  })
  const rows = useMemo(() => groups.flatMap(group => group.rows), [groups])
  const { selected, isAll, toggle, selectAll, clear } = useSelection(rows.map(row => row.id))
  const bodies = useLeadBodies(editing?.field === 'lead' || selected.length > 0)
  const known = useRef<{ rows: TableRow[]; selected: string[] }>({ rows, selected })
  known.current = { rows, selected }

  const edit = useCallback(
    ({ measureId, column }: Place, typed?: string) => {
      const measure = known.current.rows.find(row => row.id === measureId)
      const field = column === 'lead' ? column : fieldOf(column)
      if (!measure || !field) return
      const leader = field === 'lead' && measure.leads.find(lead => lead.isAccepted)
      if (leader) say(t('table.leadStands', { code: leader.code }))
      else setEditing({ measureId: measure.id, field, before: beginsWith(measure, field), typed })
    },
    [say, t],
  )

  const grid = useGrid(table, isGrid, {
    onEdit: edit,
    onToggle: toggle,
    onSelectAll: selectAll,
    onLeave: clear,
    onUndo: undo,
    onClear: ({ measureId, column }) => {
      const measure = rows.find(row => row.id === measureId)
      if (!measure || (column !== 'number' && column !== 'axis' && column !== 'horizon')) return
      change([{ measureId: measure.id, field: column, before: cellValueOf(measure, column), value: null }])
    },
    onPaste: (place, pasted) => {
      const { edits, unknown } = pastedEdits(pasted, { place, columns: view.columns, rows, selected, value })
      if (unknown > 0) say(t('table.notPasted', { count: unknown }))
      change(edits)
    },
  })

  const beside = useRef(grid)
  beside.current = grid
  const leave = useCallback(
    (done: Editing, value: CellValue | undefined, onward: Onward) => {
      flushSync(() => setEditing(undefined))
      const place = { measureId: done.measureId, column: done.field }
      const [down, right] = steps[onward]
      if (onward !== 'away') beside.current.focusBeside(place, down, right)
      if (value === undefined || value === done.before) return
      if (done.field === 'lead') propose([done.measureId], String(value))
      else change([{ measureId: done.measureId, field: done.field, before: done.before, value }])
    },
    [change, propose],
  )

  const apply = (values: { field: CellEdit['field']; value: string }[], leadBodyId: string) => {
    const chosen = rows.filter(row => selected.includes(row.id))
    change(
      chosen.flatMap(row =>
        values
          .map(({ field, value }) => ({
            measureId: row.id,
            field,
            before: cellValueOf(row, field),
            value: value || null,
          }))
          .filter(cell => cell.before !== cell.value),
      ),
    )
    if (leadBodyId) propose(selected, leadBodyId)
  }

  return (
    <>
      {selected.length > 0 && (
        <SelectionBar count={selected.length} options={options} bodies={bodies} onApply={apply} onClear={clear} />
      )}
      <div className="panel table-scroll">
        <table
          ref={table}
          className="data-table measure-table is-editable"
          {...(isGrid && asGrid)}
          aria-describedby="table-keys"
          {...grid.props}
        >
          <caption className="sr-only">{t('caption')}</caption>
          <TableHead view={view} isGrid={isGrid}>
            <th scope="col" data-column="select" className="column-select no-print" tabIndex={isGrid ? -1 : undefined}>
              <input
                type="checkbox"
                aria-label={t('table.chooseAll')}
                checked={isAll}
                tabIndex={isGrid ? -1 : undefined}
                onChange={isAll ? clear : selectAll}
              />
            </th>
          </TableHead>
          {groups.map(group => (
            <tbody key={group.key}>
              <GroupHead group={group} width={view.columns.length + 1} />
              {group.rows.map(measure => {
                const own = editing?.measureId === measure.id ? editing : undefined
                return (
                  <MeasureRow
                    key={measure.id}
                    measure={measure}
                    columns={view.columns}
                    isGrid={isGrid}
                    isSelected={selected.includes(measure.id)}
                    editing={own}
                    options={own && (own.field === 'lead' ? (bodies ?? []) : options[own.field])}
                    onToggle={toggle}
                    onDone={leave}
                  />
                )
              })}
            </tbody>
          ))}
        </table>
      </div>
      <p className="mt-3 text-sm text-ink-3">
        {t('dashMeans')} {t('dotsMean')}
      </p>
      <p id="table-keys" className="table-keys no-print">
        {t('table.keys')}
      </p>
      <LeftCells cells={left} text={text} onInsist={insist} onClose={forget} />
    </>
  )
}

const asGrid = { role: 'grid', 'aria-multiselectable': true } as const

const steps: Record<Onward, [down: number, right: number]> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  next: [0, 1],
  previous: [0, -1],
  away: [0, 0],
}

/** Says what became of a change: one message, however many cells. */
function useSaid() {
  const { t } = useTranslation('measures')
  const say = useToast()
  const onDone = useCallback(
    ({ changed }: CellsOutcome, isUndo: boolean) => {
      const measures = new Set(changed.map(cell => cell.measureId)).size
      if (measures === 0) return
      const isLead = changed.every(cell => cell.field === 'lead')
      if (isUndo) say(t('table.undone', { count: measures }))
      else if (isLead) say(t('table.proposed', { count: measures, code: String(changed[0]?.value) }))
      else if (changed.length > 1) say(t('table.changed', { count: measures }))
    },
    [say, t],
  )
  return { say, onDone }
}
