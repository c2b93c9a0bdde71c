import { closesCircle, type DependencyKind } from '../dependencies/dependency.shared'
import { normalName } from './import.shared'
import type { MeasureRef } from './judged-row'
import type { Judging } from './judging'
import { type JudgedTable, judgeSheet } from './sheet-row'
import type { SideSheet, TableColumns } from './sheets.shared'

export interface DependencyWork {
  isNew: true
  from: MeasureRef
  to: MeasureRef
  kind: DependencyKind
  note: string
  isDemo: boolean
  row: number
}

/** How measures hang together. What blocks never goes round in a circle, with what is there and the rows above. */
export function judgeDependencies(sheet: SideSheet, judging: Judging): JudgedTable<DependencyWork> {
  const { measures, vocabulary, state } = judging
  const there = new Map(state.exported.dependencies.map(one => [keyOf(one.measureId, one.otherId, one.kind), one.note]))
  const seen = new Set<string>()
  const blocks = state.exported.dependencies
    .filter(one => one.kind === 'blocks')
    .map(one => ({ fromId: one.measureId, toId: one.otherId }))
  return judgeSheet<TableColumns['dependencies'], DependencyWork>(sheet, vocabulary, row => {
    const from = row.measure(measures, ['measureId', 'measureNumber', 'measure'])
    const to = row.measure(measures, ['otherId', 'otherNumber', 'otherMeasure'])
    const kind = vocabulary.relation[normalName(row.cell('relation'))]
    const note = row.cell('note')
    row.title = [row.cell('measure'), row.cell('relation'), row.cell('otherMeasure')].filter(Boolean).join(' ')
    if (!kind) row.fail('relation', row.cell('relation') ? 'unknown-word' : 'required')
    if (note.length > 500) row.fail('note', 'too-long')
    if (!from || !to || !kind) return undefined
    if (from.key === to.key) row.fail('otherMeasure', 'same-measure')
    const key = keyOf(from.key, to.key, kind)
    if (seen.has(key)) row.fail('otherMeasure', 'row-twice')
    seen.add(key)
    const known = there.get(key)
    if (known !== undefined) {
      if (note && note !== known) row.note('note', 'not-replaced')
      return undefined
    }
    const arrow = { fromId: from.key, toId: to.key }
    if (kind === 'blocks' && closesCircle(blocks, arrow)) row.fail('otherMeasure', 'blocks-circle')
    else if (kind === 'blocks') blocks.push(arrow)
    const isDemo = vocabulary.yes.includes(normalName(row.cell('demo')))
    return { isNew: true, from, to, kind, note, isDemo, row: row.number }
  })
}

/** What overlaps or conflicts holds both ways: it is there once, whichever way it was written. */
function keyOf(from: string, to: string, kind: DependencyKind): string {
  const ends = kind === 'overlaps' || kind === 'conflicts' ? [from, to].sort() : [from, to]
  return [...ends, kind].join(' ')
}
