import type { Generated, JSONColumnType } from 'kysely'

/** How many rows became what. */
export interface ImportCounts {
  added: number
  changed: number
  unchanged: number
  skipped: number
}
/** Of the measures; and of other sheets, by what they hold. Older imports know of measures only. */
export interface ImportOutcome extends ImportCounts {
  tables?: Partial<Record<string, ImportCounts>>
}

/** A file on its way into a plan: what was read from it, what its columns mean, and what is to become of the unknown. */
export interface PlanImportTable {
  id: Generated<string>
  groupId: string
  madeBy: string
  fileName: string
  /** SHA-256 (hexadecimal) of the file */
  contentHash: string
  header: string[]
  /** of each row its cells; empty once it is carried out */
  rows: JSONColumnType<string[][]>
  /** those beside that of the measures, as the import keeps them; none once it is carried out */
  sheets: JSONColumnType<object[], string | undefined, string>
  /** of each column the field that it goes into, null for none */
  mapping: JSONColumnType<(string | null)[]>
  choices: JSONColumnType<Record<string, unknown>, string | undefined>
  outcome: JSONColumnType<ImportOutcome> | null
  createdAt: Generated<Date>
  expiresAt: Generated<Date>
  doneAt: Date | null
}
