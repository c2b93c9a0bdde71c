import { FileMeasures } from './file-measures'
import type { UnknownName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import { judgeOthers } from './judge-others'
import { judgeParents } from './judge-parents'
import { type JudgedSheets, judgeSheets } from './judge-sheets'
import { type ImportSource, type JudgedRow, refOf, stateOf } from './judged-row'
import { leftSheets } from './pick-sheets'
import type { PlanState } from './plan-state'
import { noteOf, RowJudge } from './row-judge'
import type { LeftSheet, TablePreview } from './sheets.shared'

/** What would become of a file. */
export interface Judged {
  rows: JudgedRow[]
  unknown: UnknownName[]
  counts: Record<JudgedRow['state'], number>
  sheets: JudgedSheets
  /** the same, one after the other */
  tables: TablePreview[]
  /** the sheets of which nothing is brought in */
  left: LeftSheet[]
}

/** Holds every row of a file against the plan as it is: what is new, what would change, and what is wrong. Writes nothing. */
export function judgeRows(source: ImportSource, state: PlanState, vocabulary: ImportVocabulary): Judged {
  const unknown = new Map<string, UnknownName>()
  const seen = new Set<string>()
  const numbers = new Set<number>()
  const rows = source.rows.flatMap((cells, index) =>
    cells.some(Boolean)
      ? [new RowJudge(source, state, vocabulary, { unknown, seen, numbers }).judge(cells, index + 2)]
      : [],
  )
  const measures = new FileMeasures(rows, state)
  judgeOthers(rows, source, vocabulary)
  judgeParents(rows, { source, state, measures })
  const note = noteOf(unknown, source.choices)
  const sheets = judgeSheets(source.sheets, { measures, state, vocabulary, people: state.people, note })
  askOnce(rows, sheets)
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0, skipped: 0 }
  for (const row of rows) counts[row.state]++
  const tables = Object.values(sheets)
  return { rows, unknown: [...unknown.values()], counts, sheets, tables, left: leftSheets(source.sheets) }
}

/** Whom another sheet asks to lead a measure, the column of leads does not ask again. */
function askOnce(rows: JudgedRow[], { responsibilities }: JudgedSheets): void {
  const leads = new Set(
    responsibilities?.rows.flatMap(({ work }) => (work?.role === 'lead' ? [`${work.measure.key} ${work.bodyId}`] : [])),
  )
  for (const row of rows) {
    const twice = row.leads.filter(bodyId => leads.has(`${refOf(row).key} ${bodyId}`))
    if (twice.length === 0) continue
    row.leads = row.leads.filter(bodyId => !twice.includes(bodyId))
    if (row.leads.length === 0) row.changes = row.changes.filter(({ field }) => field !== 'lead')
    if (row.state === 'changed') row.state = stateOf(row)
  }
}
