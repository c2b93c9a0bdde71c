import type { TableColumn } from '#server/measures/table-view.shared'
import { type CellEdit, cellValueOf, fieldOf } from './cell-values'
import type { CellOptions } from './use-cell-options'
import type { TableRow } from './use-groups'

interface Around {
  /** where it is pasted */
  place: { measureId: string | undefined; column: string }
  columns: TableColumn[]
  rows: TableRow[]
  selected: string[]
  value: CellOptions['value']
}

/**
 * What was copied in a spreadsheet (rows on lines, columns between tabs), as changes from this cell on to the right and down.
 * One value goes to all rows that are chosen, when this is one of them.
 * @returns the changes, and how many cells hold what cannot be chosen or cannot be changed here
 */
export function pastedEdits(text: string, { place, columns, rows, selected, value }: Around) {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map(line => line.split('\t'))
  const first = rows.findIndex(row => row.id === place.measureId)
  const isForAll = lines.length === 1 && lines[0]?.length === 1 && selected.includes(place.measureId ?? '')
  const targets = isForAll ? rows.filter(row => selected.includes(row.id)) : rows.slice(first, first + lines.length)
  const from = columns.indexOf(place.column as TableColumn)
  const edits: CellEdit[] = []
  let unknown = Math.max(0, lines.length - targets.length)
  targets.forEach((row, index) => {
    const words = (isForAll ? lines[0] : lines[index]) ?? []
    words.forEach((word, step) => {
      const field = fieldOf(columns[from + step] ?? '')
      const wanted = field && value(field, word)
      if (!field || wanted === undefined) unknown++
      else if (field === 'number' && wanted !== null) {
        const number = Number(wanted)
        if (Number.isInteger(number) && number > 0 && number < 10_000) add(row, field, number)
        else unknown++
      } else if (field === 'title' && !String(wanted)) unknown++
      else add(row, field, wanted)
    })
  })
  return { edits, unknown }

  function add(row: TableRow, field: CellEdit['field'], wanted: CellEdit['value']) {
    const before = cellValueOf(row, field)
    if (before !== wanted) edits.push({ measureId: row.id, field, before, value: wanted })
  }
}
