import type { MilestoneChange } from '../measures/milestone.shared'
import { isToCome, parsePartialDate } from '../measures/partial-date.shared'
import { normalName } from './import.shared'
import type { MeasureRef } from './judged-row'
import type { Judging } from './judging'
import { type JudgedTable, judgeSheet, type SheetRow } from './sheet-row'
import type { SideSheet, TableColumns } from './sheets.shared'

interface Milestone {
  label: string
  plannedFor: string | null
  reachedOn: string | null
  droppedReason: string | null
}

export type MilestoneWork = { row: number } & (
  | ({
      isNew: true
      measure: MeasureRef
      source: string | null
      certainty: 'seen' | 'inferred' | null
      isDemo: boolean
    } & Milestone)
  | { isNew: false; milestoneId: string; changes: MilestoneChange[]; drops: string | null }
)

type Row = SheetRow<TableColumns['milestones']>

/** What is planned and what was reached. Of a milestone that is there, an empty cell means nothing. */
export function judgeMilestones(sheet: SideSheet, judging: Judging): JudgedTable<MilestoneWork> {
  const seen = new Set<string>()
  return judgeSheet<TableColumns['milestones'], MilestoneWork>(sheet, judging.vocabulary, row => {
    const { measures, state, vocabulary } = judging
    const measure = row.measure(measures, ['measureId', 'measureNumber', 'measure'])
    const milestone = read(row, state.today)
    if (!measure) return undefined
    const there = find(row, measure, judging)
    const key = there?.id ?? [measure.key, normalName(milestone.label), milestone.plannedFor].join(' ')
    if (seen.has(key)) row.fail('milestone', 'row-twice')
    seen.add(key)
    if (there) return change(row, milestone, there)
    if (!milestone.plannedFor && !milestone.reachedOn && row.errors.length === 0) row.fail('plannedFor', 'required')
    return {
      ...{ isNew: true, measure, row: row.number, ...milestone },
      source: row.cell('source') || null,
      certainty: vocabulary.certainty[normalName(row.cell('certainty'))] ?? null,
      isDemo: vocabulary.yes.includes(normalName(row.cell('demo'))),
    }
  })
}

function read(row: Row, today: string): Milestone {
  const label = row.cell('milestone')
  row.title = [row.cell('measure'), label].filter(Boolean).join(': ')
  if (!label) row.fail('milestone', 'required')
  if (label.length > 200) row.fail('milestone', 'too-long')
  const dateOf = (column: 'plannedFor' | 'reachedOn') => {
    const date = parsePartialDate(row.cell(column))
    if (row.cell(column) && !date) row.fail(column, 'not-a-partial-date')
    return date ?? null
  }
  const plannedFor = dateOf('plannedFor')
  const reachedOn = dateOf('reachedOn')
  const droppedReason = row.cell('droppedReason') || null
  if (reachedOn && isToCome(reachedOn, today)) row.fail('reachedOn', 'not-happened-yet')
  if (reachedOn && droppedReason) row.fail('droppedReason', 'reached-and-dropped')
  if (droppedReason && droppedReason.length > 1000) row.fail('droppedReason', 'too-long')
  return { label, plannedFor, reachedOn, droppedReason }
}

type There = Judging['state']['exported']['milestones'][number]

/** By the id of an export, else by what it is called; of several by when. */
function find(row: Row, measure: MeasureRef, { state }: Judging): There | undefined {
  const own = state.exported.milestones.filter(one => one.measureId === measure.id)
  const alike = own.filter(one => normalName(one.label) === normalName(row.cell('milestone')))
  const [first, second] = alike
  return (
    own.find(one => one.id === row.cell('milestoneId')) ??
    (second ? alike.find(one => one.plannedFor === (parsePartialDate(row.cell('plannedFor')) ?? null)) : first)
  )
}

function change(row: Row, milestone: Milestone, there: There): MilestoneWork | undefined {
  const changes = (['label', 'plannedFor', 'reachedOn'] as const).flatMap((field): MilestoneChange[] => {
    const [before, value] = [there[field], milestone[field]]
    if (!value || value === before) return []
    row.change(field === 'label' ? 'milestone' : field, before ?? '', value)
    return [{ field, before, value } as MilestoneChange]
  })
  const { droppedReason } = milestone
  if (milestone.reachedOn && there.droppedReason) row.fail('reachedOn', 'milestone-dropped')
  if (droppedReason && there.droppedReason && droppedReason !== there.droppedReason)
    row.note('droppedReason', 'not-replaced')
  if (droppedReason && there.reachedOn) row.fail('droppedReason', 'reached-and-dropped')
  const drops = droppedReason && !there.droppedReason ? droppedReason : null
  if (drops) row.change('droppedReason', '', drops)
  return changes.length > 0 || drops
    ? { isNew: false, row: row.number, milestoneId: there.id, changes, drops }
    : undefined
}
