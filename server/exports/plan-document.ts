import type { MeasureSlippage } from '../baselines/slippage.shared'
import { horizonRange } from '../measures/measure.shared'
import type { ExportOccasion } from './about-sheet'
import { type Block, type DocumentModel, paragraph, type Run, type Table } from './document-model.shared'
import { newestReports, overview, progressBlock, slippageBlock } from './follow-up-blocks'
import type { ExportedMeasure, ExportedReport, PlanExport } from './read-plan-export'
import { textToBlocks } from './text-to-blocks'
import type { ExportWords } from './words.shared'

/** The plan as a document: priorities as chapters, each measure with what is known of it, who carries it, and its text. */
export function planDocument(exported: PlanExport, occasion: ExportOccasion, words: ExportWords): DocumentModel {
  const { about, document } = words
  const title = exported.plan?.title ?? ''
  return {
    title,
    subtitle: occasion.groupName,
    language: words.language,
    author: occasion.groupName,
    madeAt: occasion.madeAt,
    facts: [
      ...approvalOf(exported, words),
      ...baselineOf(exported, words),
      [about.madeOn, words.date(occasion.madeAt)],
      [about.madeBy, occasion.personName],
      [about.filters, occasion.filters.join('; ') || about.noFilters],
      [about.counted, String(exported.measures.length)],
    ],
    footer: `${occasion.groupName} · ${words.date(occasion.madeAt)}`,
    words: document,
    blocks: [...overview(exported, words), ...chapters(exported, words), ...closing(exported, words)],
  }
}

function approvalOf({ plan }: PlanExport, { document, date }: ExportWords): [string, string][] {
  if (plan?.approvedOn) return [[document.approvedOn, date(plan.approvedOn)]]
  return plan?.proposedOn ? [[document.proposedOn, date(plan.proposedOn)]] : []
}

function baselineOf({ slippage }: PlanExport, { document, date }: ExportWords): [string, string][] {
  return slippage ? [[document.baseline, `${slippage.baseline.name}, ${date(slippage.baseline.datedOn)}`]] : []
}

function chapters(exported: PlanExport, words: ExportWords): Block[] {
  const carriers = groupBy(exported.responsibilities, row => row.measureId)
  const milestones = groupBy(exported.milestones, row => row.measureId)
  const reports = newestReports(exported.reports)
  const slipped = new Map(exported.slippage?.measures.map(measure => [measure.measureId, measure]))
  const byPriority = groupBy(exported.measures, measure => measure.priorityId)
  return (exported.plan?.priorities ?? []).flatMap(({ id, position, title, certainty }): Block[] => {
    const measures = byPriority.get(id)
    if (!measures) return []
    return [
      { kind: 'heading', level: 1, text: words.document.priority(position, title), isListed: true, onNewPage: true },
      ...(certainty === 'inferred' ? [paragraph(words.about.inferredMeans, 'quiet')] : []),
      ...measures.flatMap(measure =>
        measureBlocks(measure, {
          exported,
          words,
          carriers: carriers.get(measure.id) ?? [],
          milestones: milestones.get(measure.id) ?? [],
          report: reports.get(measure.id),
          slippage: slipped.get(measure.id),
        }),
      ),
    ]
  })
}

function groupBy<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

interface Around {
  exported: PlanExport
  words: ExportWords
  carriers: PlanExport['responsibilities']
  milestones: PlanExport['milestones']
  report: ExportedReport | undefined
  slippage: MeasureSlippage | undefined
}

function measureBlocks(measure: ExportedMeasure, around: Around): Block[] {
  const { exported, words, carriers, milestones, report, slippage } = around
  const { document } = words
  const name = measure.number ? document.measure(measure.number, measure.title) : measure.title
  const marks = [
    measure.certainty === 'inferred' && words.certainties.inferred,
    measure.isDemo && words.about.demo.toLowerCase(),
  ].filter(mark => mark !== false)
  const text = measure.text ? textToBlocks(measure.text, 2, { ...document, table: measure.title }) : []
  return [
    { kind: 'heading', level: 2, text: name, isListed: true },
    ...(marks.length > 0 ? [paragraph(`(${marks.join(', ')})`, 'quiet')] : []),
    ...(measure.summary ? [paragraph(measure.summary)] : []),
    factTable(measure, around),
    ...(carriers.length > 0 ? [carrierTable(carriers, words)] : [paragraph(document.noLead, 'quiet')]),
    ...(report ? [progressBlock(report, words)] : []),
    ...(milestones.length > 0 ? [milestoneTable(milestones, words)] : []),
    ...(slippage ? [slippageBlock(slippage, exported.slippage?.baseline.name ?? '', words)] : []),
    ...(text.length > 0 ? text : [paragraph(document.noText, 'quiet')]),
  ]
}

const line = (text: string | null | undefined): Run[] => (text ? [{ text }] : [])

function factTable(measure: ExportedMeasure, { exported, words }: Around): Table {
  const { columns, document } = words
  const sure = (field: string, text: string | null) =>
    text && measure.fieldCertainty[field] === 'inferred' ? `${text} (${words.certainties.inferred})` : text
  const range = horizonRange(measure)
  const others = exported.plan?.priorities.filter(({ id }) => measure.otherPriorityIds.includes(id)) ?? []
  const period = [measure.startsOn, measure.endsOn].map(day => (day ? words.date(day) : '…')).join(' – ')
  const facts: [string, string | null][] = [
    [columns.status, sure('status', words.statuses[measure.status])],
    [columns.level, sure('level', words.levels[measure.level])],
    [columns.axis, sure('axis', measure.axisName) ?? document.notKnown],
    [columns.horizon, sure('horizon', range && words.horizonRanges[range]) ?? document.notKnown],
    [columns.kind, sure('kind', words.kinds[measure.kind])],
    [document.period, measure.startsOn || measure.endsOn ? period : null],
    [columns.otherPriorities, others.map(other => document.priority(other.position, other.title)).join('; ')],
    [columns.parent, measure.parentTitle],
    [columns.targetGroups, measure.targetGroups.join(', ')],
    [columns.askedName, [measure.askedBodyName, measure.askedName].filter(Boolean).join(', ')],
    [columns.askedOn, measure.askedOn && words.date(measure.askedOn)],
    [columns.answer, measure.answer],
    [columns.answeredOn, measure.answeredOn && words.date(measure.answeredOn)],
    [columns.source, measure.source],
  ]
  const rows = facts.filter(([, text]) => text).map(([label, text]) => [line(label), line(text)])
  return { kind: 'table', title: document.facts, head: null, hasRowHeads: true, rows, widths: [3, 9] }
}

function carrierTable(carriers: Around['carriers'], words: ExportWords): Table {
  const { columns, document } = words
  return {
    kind: 'table',
    title: document.responsibilities,
    head: [columns.role, columns.bodyName, columns.state],
    hasRowHeads: false,
    rows: carriers.map(({ role, bodyCode, bodyName, personName, state, certainty, isDemo }) => [
      line(words.roles[role]),
      line(`${bodyCode} · ${bodyName}${personName ? ` (${personName})` : ''}`),
      line(marked(words.states[state], { certainty, isDemo }, words)),
    ]),
    widths: [3, 6, 3],
  }
}

function milestoneTable(milestones: Around['milestones'], words: ExportWords): Table {
  const { columns, document } = words
  return {
    kind: 'table',
    title: document.milestones,
    head: [document.when, columns.milestone, columns.milestoneState],
    hasRowHeads: false,
    rows: milestones.map(({ label, plannedFor, reachedOn, state, ...sure }) => [
      line(words.date(reachedOn ?? plannedFor ?? '')),
      line(label),
      line(marked(words.milestoneStates[state], sure, words)),
    ]),
    widths: [3, 6, 3],
  }
}

type Sure = { certainty: 'seen' | 'inferred' | null; isDemo: boolean }
function marked(text: string, { certainty, isDemo }: Sure, { certainties, about }: ExportWords): string {
  const marks = [certainty === 'inferred' && certainties.inferred, isDemo && about.demo.toLowerCase()].filter(Boolean)
  return marks.length > 0 ? `${text} (${marks.join(', ')})` : text
}

/** How to read what is marked, and where all of it comes from. */
function closing({ plan }: PlanExport, { about, document }: ExportWords): Block[] {
  return [
    { kind: 'heading', level: 1, text: document.aboutTitle, isListed: true, onNewPage: true },
    {
      kind: 'table',
      title: document.aboutTitle,
      head: null,
      hasRowHeads: true,
      rows: [
        [about.inferred, about.inferredMeans],
        [about.demo, about.demoMeans],
        ...(plan?.source ? [[about.source, plan.source]] : []),
      ].map(row => row.map(line)),
      widths: [3, 9],
    },
    ...(plan?.note ? [paragraph(plan.note)] : []),
  ]
}
