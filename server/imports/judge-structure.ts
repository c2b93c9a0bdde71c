import type { StructureColumn } from '../exports/columns.shared'
import { normalName } from './import.shared'
import type { Judging } from './judging'
import { findPlace } from './read-cell'
import { type JudgedTable, judgeSheet, type SheetRow } from './sheet-row'
import type { SideSheet } from './sheets.shared'

/** A priority or axis that has to be made. */
export interface PlaceWork {
  isNew: true
  part: 'priority' | 'axis'
  /** as the cells of measures call it */
  name: string
  description: string
  source: string | null
  certainty: 'seen' | 'inferred' | null
}

/** The priorities and axes of a file: those that the plan lacks are made, unless it was said what else to do. */
export function judgeStructure(sheet: SideSheet, judging: Judging): JudgedTable<PlaceWork> {
  const seen = new Set<string>()
  return judgeSheet<StructureColumn, PlaceWork>(sheet, judging.vocabulary, row => {
    const part = judging.vocabulary.part[normalName(row.cell('part'))]
    const position = row.cell('position')
    row.title = row.cell('name')
    if (!part) row.fail('part', 'unknown-word')
    if (!row.title) row.fail('name', 'required')
    if (row.title.length > 200) row.fail('name', 'too-long')
    if (row.cell('description').length > 2000) row.fail('description', 'too-long')
    if (!part || row.errors.length > 0) return undefined
    const name = part === 'priority' && position ? `${position}. ${row.title}` : row.title
    if (seen.has(`${part} ${normalName(name)}`)) row.fail('name', 'row-twice')
    seen.add(`${part} ${normalName(name)}`)
    return toMake(row, { part, name }, judging)
  })
}

function toMake(
  row: SheetRow<StructureColumn>,
  { part, name }: Pick<PlaceWork, 'part' | 'name'>,
  { state, vocabulary, note }: Judging,
): PlaceWork | undefined {
  if (findPlace(part, name, state)) return undefined
  const choice = note(part, name, 'create')
  if (choice !== 'create') {
    row.isSkipped = choice === 'skip'
    return undefined
  }
  return {
    ...{ isNew: true, part, name, description: row.cell('description'), source: row.cell('source') || null },
    certainty: vocabulary.certainty[normalName(row.cell('certainty'))] ?? null,
  }
}
