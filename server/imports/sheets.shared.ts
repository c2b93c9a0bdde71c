import type {
  DependencyColumn,
  ExportTableName,
  MilestoneColumn,
  ResponsibilityColumn,
  StructureColumn,
} from '../exports/columns.shared'
import type { RowOutcome } from './import.shared'

/** What a workbook brings in beside measures, in the order in which it is carried out. */
export const importTables = ['structure', 'responsibilities', 'milestones', 'dependencies'] as const
export type ImportTableName = (typeof importTables)[number]

/** The columns that each of them is read from. */
export interface TableColumns {
  structure: StructureColumn
  responsibilities: ResponsibilityColumn
  milestones: MilestoneColumn
  dependencies: DependencyColumn
}
export type TableColumn = TableColumns[ImportTableName]

/** Without these a sheet is not what it is called. */
export const neededColumns: { [Name in ImportTableName]: TableColumns[Name][] } = {
  structure: ['part', 'name'],
  responsibilities: ['measure', 'body', 'role'],
  milestones: ['measure', 'milestone'],
  dependencies: ['measure', 'relation', 'otherMeasure'],
}

/** What a sheet of a workbook is, by its name and columns. */
export type SheetKind = ExportTableName | 'about' | 'unknown'

/** A sheet beside that of the measures; only what can be brought in keeps its rows. */
export interface SideSheet {
  name: string
  kind: SheetKind
  header: string[]
  rows: string[][]
  /** how many rows it has */
  count: number
}

/** Something of a row that is not taken as it stands, and why; the rest of the row is. */
export interface RowNote {
  column: string
  value: string
  reason: string
}

/** What would become of a row of such a sheet. */
export interface TableRowOutcome extends Omit<RowOutcome, 'changes'> {
  changes: { field: TableColumn; before: string; after: string }[]
  notes: RowNote[]
}

export interface TablePreview<Row extends TableRowOutcome = TableRowOutcome> {
  kind: ImportTableName
  /** as the file calls it */
  sheet: string
  rows: Row[]
  counts: Record<RowOutcome['state'], number>
}

/** A sheet that is not brought in: its figures follow from the rest, it is somebody's own word, or nobody knows what it is. */
export interface LeftSheet {
  sheet: string
  reason: 'follows' | 'own-word' | 'explains' | 'unknown'
  /** how many rows it has */
  count: number
}
