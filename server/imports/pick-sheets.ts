import { DomainError } from '../errors'
import { IMPORT_ROW_LIMIT, normalName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import type { UploadedSheet } from './read-upload'
import { type ImportTableName, importTables, type LeftSheet, neededColumns, type SideSheet } from './sheets.shared'

/**
 * What the sheets beside that of the measures hold, by their names and columns, as our own export has them.
 * @throws DomainError `too-large` `too-many-rows`
 */
export function pickSideSheets(sheets: UploadedSheet[], { tables, sheets: names }: ImportVocabulary): SideSheet[] {
  return sheets.map(({ name, header, rows }): SideSheet => {
    const kind = names[normalName(name)] ?? 'unknown'
    const count = rows.filter(row => row.some(Boolean)).length
    const left = { name, header: [], rows: [], count }
    if (!isTable(kind)) return { ...left, kind }
    const columns = header.map(label => tables[kind][normalName(label)])
    if (!neededColumns[kind].every(column => columns.includes(column))) return { ...left, kind: 'unknown' }
    if (rows.length > IMPORT_ROW_LIMIT) throw new DomainError('too-large', 'too-many-rows', 'file')
    return { name, kind, header, rows, count }
  })
}

export const isTable = (kind: SideSheet['kind']): kind is ImportTableName => importTables.some(name => name === kind)

const whyLeft: Partial<Record<SideSheet['kind'], LeftSheet['reason']>> = {
  reports: 'own-word',
  map: 'follows',
  matrix: 'follows',
  slippage: 'follows',
  about: 'explains',
}

/** @returns the sheets that are not brought in, each with why */
export const leftSheets = (sheets: SideSheet[]): LeftSheet[] =>
  sheets
    .filter(({ kind }) => !isTable(kind))
    .map(({ name, kind, count }) => ({ sheet: name, reason: whyLeft[kind] ?? 'unknown', count }))
