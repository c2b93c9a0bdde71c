import type { Generated, JSONColumnType } from 'kysely'

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
  /** of each column the field that it goes into, null for none */
  mapping: JSONColumnType<(string | null)[]>
  choices: JSONColumnType<Record<string, unknown>, string | undefined>
  outcome: JSONColumnType<{ added: number; changed: number; unchanged: number; skipped: number }> | null
  createdAt: Generated<Date>
  expiresAt: Generated<Date>
  doneAt: Date | null
}
