import type { MeasureField } from '../measures/measure.shared'
import { horizonRange } from '../measures/measure.shared'
import {
  type MeasureColumn,
  type MilestoneColumn,
  measureColumns,
  milestoneColumns,
  PART_SEPARATOR,
  type ResponsibilityColumn,
  responsibilityColumns,
  type StructureColumn,
  structureColumns,
} from './columns.shared'
import type { ExportTable } from './export-table'
import type {
  ExportedMeasure,
  ExportedMilestone,
  ExportedPlace,
  ExportedResponsibility,
  PlanExport,
} from './read-plan-export'
import { toMarkdown } from './text-markdown.shared'
import { type Columns, date, number, text, toTable } from './to-table'
import type { ExportWords } from './words.shared'

/**
 * The measures as a table.
 * @param columns those to show, in this order; the id always stands at the end, so that the table can be imported again
 */
export function measureTable(plan: PlanExport, words: ExportWords, columns?: readonly MeasureColumn[]): ExportTable {
  const shown = columns ? [...columns.filter(column => column !== 'id'), 'id' as const] : measureColumns
  return toTable(words.sheets.measures, shown, describeMeasure(plan, words), plan.measures, words)
}

/** The priorities and axes of the plan as a table. */
export function structureTable({ structure }: PlanExport, words: ExportWords): ExportTable {
  return toTable(words.sheets.structure, structureColumns, describePlace(words), structure, words)
}

/** Who carries what, or is asked to, as a table. */
export function responsibilityTable(plan: PlanExport, words: ExportWords): ExportTable {
  const { sheets } = words
  return toTable(
    sheets.responsibilities,
    responsibilityColumns,
    describeResponsibility(words),
    plan.responsibilities,
    words,
  )
}

/** The milestones as a table. */
export function milestoneTable(plan: PlanExport, words: ExportWords): ExportTable {
  return toTable(words.sheets.milestones, milestoneColumns, describeMilestone(words), plan.milestones, words)
}

function describeMeasure(
  { plan, basicFunctions, responsibilities }: PlanExport,
  words: ExportWords,
): Columns<MeasureColumn, ExportedMeasure> {
  const priorities = new Map(plan?.priorities.map(({ id, position, title }) => [id, `${position}. ${title}`]))
  const functions = new Map(
    basicFunctions.map(({ id, nameNl, nameEn }) => [id, words.language.startsWith('nl') ? nameNl : nameEn]),
  )
  const leads = leadsByMeasure(responsibilities, words)
  const named = (ids: string[], names: Map<string, string>) =>
    [...names].flatMap(([id, name]) => (ids.includes(id) ? [name] : []))
  return {
    number: { ...number(6), read: row => row.number },
    title: { ...text(48), read: row => row.title },
    priority: { ...text(34), read: row => priorities.get(row.priorityId) ?? null },
    otherPriorities: { ...text(30), read: row => named(row.otherPriorityIds, priorities).join('\n') },
    axis: { ...text(24), read: row => row.axisName },
    level: { ...text(11), read: row => words.levels[row.level] },
    horizon: { ...text(16), read: row => wordOf(words.horizonRanges, horizonRange(row)) },
    kind: { ...text(14), read: row => words.kinds[row.kind] },
    status: { ...text(18), read: row => words.statuses[row.status] },
    lead: { ...text(20), read: row => leads.get(row.id)?.join(PART_SEPARATOR) ?? null },
    startsOn: { ...date, read: row => row.startsOn },
    endsOn: { ...date, read: row => row.endsOn },
    summary: { ...text(60), read: row => row.summary },
    targetGroups: { ...text(24), read: row => row.targetGroups.join(PART_SEPARATOR) },
    basicFunctions: { ...text(24), read: row => named(row.basicFunctionIds, functions).join(PART_SEPARATOR) },
    parent: { ...text(30), read: row => namedMeasure(row.parentNumber, row.parentTitle) },
    askedBody: { ...text(12), read: row => row.askedBodyCode },
    askedName: { ...text(24), read: row => row.askedName },
    askedOn: { ...date, read: row => row.askedOn },
    answer: { ...text(40), read: row => row.answer },
    answeredOn: { ...date, read: row => row.answeredOn },
    reviewedOn: { ...date, read: row => row.reviewedOn },
    reviewDueOn: { ...date, read: row => row.reviewDueOn },
    text: { ...text(80), read: row => (row.text ? toMarkdown(row.text) : null) },
    origin: { ...text(24), read: row => row.origin && (words.origins[row.origin] ?? row.origin) },
    source: { ...text(40), read: row => row.source },
    certainty: { ...text(11), read: row => wordOf(words.certainties, row.certainty) },
    inferred: { ...text(24), read: row => inferredFields(row, words) },
    demo: { ...text(6), read: row => (row.isDemo ? words.yes : null) },
    id: { ...text(38), read: row => row.id },
  }
}

const describePlace = (words: ExportWords): Columns<StructureColumn, ExportedPlace> => ({
  part: { ...text(14), read: row => words.columns[row.part] },
  position: { ...number(6), read: row => row.position },
  name: { ...text(48), read: row => row.name },
  description: { ...text(60), read: row => row.description },
  source: { ...text(40), read: row => row.source },
  certainty: { ...text(11), read: row => wordOf(words.certainties, row.certainty) },
})

function describeResponsibility(words: ExportWords): Columns<ResponsibilityColumn, ExportedResponsibility> {
  return {
    ...describeOwner,
    body: { ...text(12), read: row => row.bodyCode },
    bodyName: { ...text(44), read: row => row.bodyName },
    role: { ...text(18), read: row => words.roles[row.role] },
    state: { ...text(14), read: row => words.states[row.state] },
    person: { ...text(24), read: row => row.personName },
    ...describeOrigin(words),
  }
}

function describeMilestone(words: ExportWords): Columns<MilestoneColumn, ExportedMilestone> {
  return {
    ...describeOwner,
    milestone: { ...text(50), read: row => row.label },
    plannedFor: { ...date, read: row => row.plannedFor },
    reachedOn: { ...date, read: row => row.reachedOn },
    milestoneState: { ...text(12), read: row => words.milestoneStates[row.state] },
    droppedReason: { ...text(40), read: row => row.droppedReason },
    ...describeOrigin(words),
    milestoneId: { ...text(38), read: row => row.id },
  }
}

type Owned = { measureNumber: number | null; measureTitle: string; measureId: string }
const describeOwner: Columns<'measureNumber' | 'measure' | 'measureId', Owned> = {
  measureNumber: { ...number(6), read: row => row.measureNumber },
  measure: { ...text(48), read: row => row.measureTitle },
  measureId: { ...text(38), read: row => row.measureId },
}

type Sourced = { source: string | null; certainty: 'seen' | 'inferred' | null; isDemo: boolean }
const describeOrigin = (words: ExportWords): Columns<'source' | 'certainty' | 'demo', Sourced> => ({
  source: { ...text(40), read: row => row.source },
  certainty: { ...text(11), read: row => wordOf(words.certainties, row.certainty) },
  demo: { ...text(6), read: row => (row.isDemo ? words.yes : null) },
})

/** Who leads, or was asked to, which is said. */
function leadsByMeasure(responsibilities: ExportedResponsibility[], { states }: ExportWords): Map<string, string[]> {
  const leads = new Map<string, string[]>()
  for (const { measureId, role, state, bodyCode } of responsibilities) {
    if (role !== 'lead') continue
    const name = state === 'accepted' ? bodyCode : `${bodyCode} (${states[state]})`
    leads.set(measureId, [...(leads.get(measureId) ?? []), name])
  }
  return leads
}

/** Under the names of their columns; what has none is of no use in a table. */
function inferredFields({ fieldCertainty }: ExportedMeasure, { columns }: ExportWords): string {
  const names: Partial<Record<MeasureField, string>> = columns
  return Object.entries(fieldCertainty)
    .flatMap(([field, certainty]) => (certainty === 'inferred' ? (names[field as MeasureField] ?? []) : []))
    .sort()
    .join(PART_SEPARATOR)
}

const namedMeasure = (number: number | null, title: string | null) => (number ? `${number}. ${title}` : title)

const wordOf = <Name extends string>(words: Record<Name, string>, name: Name | null) => (name ? words[name] : null)
