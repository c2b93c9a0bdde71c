import type { DependencyKind } from '../dependencies/dependency.shared'
import type { ResponsibilityRole, ResponsibilityState } from '../measures/responsibility.shared'
import type { ImportField } from './import.shared'
import type { ImportTableName, SheetKind, TableColumns } from './sheets.shared'

/** Words of the closed lists and of columns, in every language that is spoken here, by their small letters. */
export interface ImportVocabulary {
  columns: Record<string, ImportField>
  level: Record<string, string>
  kind: Record<string, string>
  status: Record<string, string>
  horizon: Record<string, string>
  certainty: Record<string, 'seen' | 'inferred'>
  /** what sheets are called, and the columns of those that are brought in */
  sheets: Record<string, SheetKind>
  tables: { [Name in ImportTableName]: Record<string, TableColumns[Name]> }
  part: Record<string, 'priority' | 'axis'>
  role: Record<string, ResponsibilityRole>
  state: Record<string, ResponsibilityState>
  relation: Record<string, DependencyKind>
  origin: Record<string, string>
  yes: string[]
}
