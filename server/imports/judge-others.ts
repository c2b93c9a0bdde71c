import { normalName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import { cellError, type ImportSource, type JudgedRow, placeKey } from './judged-row'

/** Another priority that the plan lacks is right when the file makes it: as the main one of a row, or on a sheet of its own. */
export function judgeOthers(rows: JudgedRow[], source: ImportSource, { tables }: ImportVocabulary): void {
  const sheet = source.sheets.find(({ kind }) => kind === 'structure')
  const column = sheet?.header.findIndex(label => tables.structure[normalName(label)] === 'name') ?? -1
  const made = new Set([
    ...rows.flatMap(row => (row.makes.priority ? [placeKey(row.makes.priority)] : [])),
    ...(sheet?.rows.map(cells => placeKey(cells[column] ?? '')) ?? []),
  ])
  for (const row of rows) {
    if (row.makesOthers.every(name => made.has(placeKey(name)))) continue
    const value = row.cells.otherPriorities ?? ''
    row.errors.push(cellError(source, 'otherPriorities', { reason: 'unknown-choice', value }))
    if (row.state !== 'skipped') row.state = 'error'
  }
}
