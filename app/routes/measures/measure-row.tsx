import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import type { CellField, CellValue } from '#server/measures/cells.shared'
import type { TableColumn } from '#server/measures/table-view.shared'
import { CellContent } from './cell-content'
import { CellEditor, type Onward } from './cell-editor'
import { cellValueOf, fieldOf } from './cell-values'
import type { CellOption } from './use-cell-options'
import type { TableRow } from './use-groups'

export interface Editing {
  measureId: string
  field: CellField | 'lead'
  /** what stood there when it began */
  before: CellValue
  typed?: string | undefined
}

interface MeasureRowProps {
  measure: TableRow
  columns: TableColumn[]
  isGrid: boolean
  isSelected: boolean
  /** the cell of this row that somebody is in */
  editing: Editing | undefined
  options: CellOption[] | undefined
  onToggle: (measureId: string, through: boolean) => void
  onDone: (editing: Editing, value: CellValue | undefined, onward: Onward) => void
}

/** A measure as a row of cells that can be filled in. */
export const MeasureRow = memo(function MeasureRow({
  measure,
  columns,
  isGrid,
  isSelected,
  editing,
  options,
  onToggle,
  onDone,
}: MeasureRowProps) {
  const { t } = useTranslation('measures')
  const cell = isGrid ? { tabIndex: -1 } : {}
  return (
    <tr data-measure={measure.id} aria-selected={isGrid ? isSelected : undefined}>
      <td {...cell} data-column="select" className="column-select no-print">
        <input
          type="checkbox"
          aria-label={t('table.choose', { title: measure.title })}
          checked={isSelected}
          tabIndex={isGrid ? -1 : undefined}
          onChange={event => onToggle(measure.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </td>
      {columns.map(column => (
        <Cell
          key={column}
          measure={measure}
          column={column}
          isGrid={isGrid}
          editing={editing?.field === column ? editing : undefined}
          options={options}
          onDone={onDone}
        />
      ))}
    </tr>
  )
})

function Cell({
  measure,
  column,
  isGrid,
  editing,
  options,
  onDone,
}: Pick<MeasureRowProps, 'measure' | 'isGrid' | 'editing' | 'options' | 'onDone'> & { column: TableColumn }) {
  const { t } = useTranslation('measures')
  const isTitle = column === 'title'
  const Tag = isTitle ? 'th' : 'td'
  return (
    <Tag
      scope={isTitle ? 'row' : undefined}
      tabIndex={isGrid ? -1 : undefined}
      data-column={column}
      aria-readonly={isGrid && !fieldOf(column) && column !== 'lead' ? true : undefined}
      className={classNames(isTitle ? 'title' : `column-${column}`, editing && 'edited')}
    >
      {editing ? (
        <CellEditor
          field={editing.field}
          label={t(`columns.${column}`)}
          before={editing.before}
          typed={editing.typed}
          options={options}
          onDone={(value, onward) => onDone(editing, value, onward)}
        />
      ) : (
        <CellContent measure={measure} column={column} isGrid={isGrid} />
      )}
    </Tag>
  )
}

/** The value with which editing a cell begins. */
export const beginsWith = (measure: TableRow, field: CellField | 'lead'): CellValue =>
  field === 'lead' ? null : cellValueOf(measure, field)
