import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'

const PAGE_STEP = 10

// There is no layout on the server, and React says so there.
const useDrawn = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** A cell by what it is about; the heads have no measure. */
export interface Place {
  measureId: string | undefined
  column: string
}

interface GridEvents {
  onEdit: (place: Place, typed?: string) => void
  onClear: (place: Place) => void
  onToggle: (measureId: string, through: boolean) => void
  onSelectAll: () => void
  onLeave: () => void
  onUndo: () => void
  onPaste: (place: Place, text: string) => void
}

/**
 * A cursor that goes through the cells of a table, as in a spreadsheet: one cell is a tab stop, arrows move on. It works on the
 * elements themselves, so that a step draws nothing anew. Cells carry `data-column`, rows `data-measure`.
 */
export function useGrid(table: RefObject<HTMLTableElement>, isOn: boolean, events: GridEvents) {
  const current = useRef<HTMLTableCellElement>()
  // With every drawing there is one tab stop, also when the row that had it is gone.
  useDrawn(() => {
    if (!isOn || (current.current?.isConnected && current.current.tabIndex === 0)) return
    enter(table.current?.querySelector<HTMLTableCellElement>('tbody [data-measure] > [data-column="title"]'))
  })

  function enter(cell: HTMLTableCellElement | null | undefined) {
    if (!cell) return
    if (current.current && current.current !== cell) current.current.tabIndex = -1
    current.current = cell
    cell.tabIndex = 0
  }

  function focus(cell: HTMLTableCellElement | null | undefined) {
    enter(cell)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  const find = ({ measureId, column }: Place) =>
    table.current?.querySelector<HTMLTableCellElement>(
      `${measureId ? `tr[data-measure="${measureId}"]` : 'thead tr'} > [data-column="${column}"]`,
    )

  function move(from: HTMLTableCellElement, down: number, right: number) {
    const rows = [...(table.current?.rows ?? [])].filter(row => !row.classList.contains('group-row'))
    const row = rows.indexOf(from.parentElement as HTMLTableRowElement)
    const target = rows[clamp(row + down, rows.length)]
    return target?.cells[clamp(from.cellIndex + right, target.cells.length)]
  }

  function onKeyDown(event: KeyboardEvent) {
    const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th')
    // In a field of a cell, the field has the keys.
    if (!isOn || !cell || event.target !== cell) return
    const measureId = cell.parentElement?.dataset.measure
    const place = { measureId, column: cell.dataset.column ?? '' }
    const isCommand = event.ctrlKey || event.metaKey
    const step = steps[event.key]
    if (step) {
      const far = isCommand ? 10_000 : 1
      const target = move(cell, step[0] * far, step[1] * far)
      if (event.shiftKey && measureId && step[1] === 0) {
        events.onToggle(measureId, true)
        const next = target?.parentElement?.dataset.measure
        if (next) events.onToggle(next, true)
      }
      focus(target)
    } else if (event.key === 'Home' || event.key === 'End') {
      const far = event.key === 'Home' ? -10_000 : 10_000
      focus(move(cell, isCommand ? far : 0, far))
    } else if (event.key === 'Enter' && isCommand) cell.parentElement?.querySelector('a')?.click()
    else if (!measureId) {
      if (event.key !== 'Enter' && event.key !== ' ') return
      cell.querySelector<HTMLElement>('a, input')?.click()
    } else if (event.key === ' ' || (event.key === 'Enter' && place.column === 'select')) {
      events.onToggle(measureId, event.shiftKey)
    } else if (event.key === 'Enter' || event.key === 'F2') events.onEdit(place)
    else if (event.key === 'Delete' || event.key === 'Backspace') events.onClear(place)
    else if (event.key === 'Escape') events.onLeave()
    else if (isCommand && event.key === 'a') events.onSelectAll()
    else if (isCommand && event.key === 'z') events.onUndo()
    else if (event.key.length === 1 && !isCommand && !event.altKey) events.onEdit(place, event.key)
    else return
    event.preventDefault()
  }

  const placeOf = (target: EventTarget): Place | undefined => {
    const cell = (target as HTMLElement).closest?.<HTMLTableCellElement>('td, th')
    if (!cell || cell !== target) return undefined
    return { measureId: cell.parentElement?.dataset.measure, column: cell.dataset.column ?? '' }
  }

  const cellOf = (target: EventTarget) =>
    (target as HTMLElement).closest('a, input, select') ? null : (target as HTMLElement).closest('td, th')
  const pressed = useRef<Element | null>(null)

  return {
    focus: (place: Place) => focus(find(place)),
    /** the cell so many rows and columns on */
    focusBeside: (place: Place, down: number, right: number) => {
      const cell = find(place)
      focus(cell && move(cell, down, right))
    },
    props: {
      onKeyDown,
      // The first click brings the cursor, the second begins to edit: so a finger can do it too.
      onPointerDown: (event: PointerEvent) => {
        const cell = cellOf(event.target)
        pressed.current = cell === document.activeElement ? cell : null
      },
      onClick: (event: MouseEvent) => {
        const cell = cellOf(event.target)
        const place = cell && cell === pressed.current && placeOf(cell)
        if (isOn && place && place.measureId !== undefined) events.onEdit(place)
      },
      onFocus: (event: FocusEvent) => enter((event.target as HTMLElement).closest<HTMLTableCellElement>('td, th')),
      onPaste: (event: ClipboardEvent) => {
        const place = placeOf(event.target)
        if (!isOn || !place?.measureId) return
        event.preventDefault()
        events.onPaste(place, event.clipboardData.getData('text/plain'))
      },
      onCopy: (event: ClipboardEvent) => {
        const cell = event.target as HTMLElement
        if (!isOn || !placeOf(cell) || !getSelection()?.isCollapsed) return
        event.clipboardData.setData('text/plain', cell.querySelector('a')?.textContent ?? cell.textContent ?? '')
        event.preventDefault()
      },
    },
  }
}

const steps: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [PAGE_STEP, 0],
  PageUp: [-PAGE_STEP, 0],
}

const clamp = (index: number, length: number) => Math.max(0, Math.min(length - 1, index))
